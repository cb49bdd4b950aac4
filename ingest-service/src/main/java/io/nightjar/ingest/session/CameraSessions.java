// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

/** Makes sessions; another way into a camera is another of these. */
public interface CameraSessions {

    CameraSession session(SessionPlan plan);

    /** Whether the camera's port answers; cheap, and at most a second long. */
    boolean answers(SessionPlan plan);
}
