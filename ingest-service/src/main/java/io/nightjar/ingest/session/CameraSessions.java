// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.contracts.stream.StreamId;

/** Makes sessions; another way into a camera is another of these. */
public interface CameraSessions {

    CameraSession session(SessionPlan plan);

    /** Whether the camera's port answers; cheap, and at most a second long. */
    boolean answers(SessionPlan plan);

    /** The stream is no more, or is elsewhere now. */
    default void forget(StreamId stream) {}
}
