// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/** Lets whole groups of pictures through: begins with a key frame, and again after anything was left out. */
public final class KeyGate {

    private boolean keyNeeded = true;

    /** Whether this picture may be sent; {@code able} is false while nothing can or shall be sent. */
    public boolean admits(Feed.Unit unit, boolean able) {
        if (!able) {
            keyNeeded = true;
            return false;
        }
        if (keyNeeded && !unit.key()) {
            return false;
        }
        keyNeeded = false;
        return true;
    }

    public void begin() {
        keyNeeded = true;
    }
}
