// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

/** Lets one of so many pictures through. Used by one thread. */
final class Skip {

    private final int skipped;
    private int left;

    /** @param skipped how many are left out after each one that passes; 0 lets all through */
    Skip(int skipped) {
        this.skipped = Math.max(0, skipped);
    }

    boolean passes() {
        if (left > 0) {
            left--;
            return false;
        }
        left = skipped;
        return true;
    }
}
