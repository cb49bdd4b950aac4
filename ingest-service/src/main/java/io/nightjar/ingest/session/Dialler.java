// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.Candidate;

/** Makes the session that suits one candidate's protocol. */
public interface Dialler {

    /** Not opened yet, and nothing is dialled before it is. */
    CameraSession session(Candidate candidate, SessionPlan plan);
}
