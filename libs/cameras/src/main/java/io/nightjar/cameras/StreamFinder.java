// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.time.Duration;
import java.util.List;

/** Asks a camera where its streams are. */
public interface StreamFinder {

    /** Best first; fails with {@link CameraFailure}. Blocks, and ends when interrupted. */
    List<Candidate> find(StreamWish wish, Duration timeout);
}
