// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * Learns how large a sender makes the pieces of what it must divide: all are full but the last. Told about every piece, it
 * knows of the newest whether another must follow.
 */
final class FragmentSizes {

    private static final int TRUSTED = 4;

    private boolean begins;
    private boolean several;
    private int previous;
    private boolean previousBegins;
    private int largestWhole;
    private int smallestBeginning = Integer.MAX_VALUE;
    private int fullContinuation;
    private int sameContinuation;

    /** A piece arrives: the first of a unit, or a whole unit, or one that continues a unit. */
    void seen(int length, boolean beginsUnit) {
        if (previous > 0) {
            learn(beginsUnit);
        }
        previous = length;
        previousBegins = beginsUnit;
        begins = beginsUnit;
        several = false;
    }

    /** The newest piece holds several whole units. */
    void aggregated(boolean severalUnits) {
        several = severalUnits;
    }

    private void learn(boolean nextBegins) {
        if (previousBegins && nextBegins) {
            largestWhole = Math.max(largestWhole, previous);
        } else if (previousBegins) {
            smallestBeginning = Math.min(smallestBeginning, previous);
        } else if (!nextBegins) {
            sameContinuation = previous == fullContinuation ? sameContinuation + 1 : 0;
            fullContinuation = previous;
        }
    }

    /** The newest piece, of this length, ends its unit; when in doubt, no. */
    boolean last(int length) {
        if (begins) {
            return several || (length < smallestBeginning && (length <= largestWhole || fullContinuation > 0));
        }
        return sameContinuation >= TRUSTED
                ? length < fullContinuation
                : smallestBeginning != Integer.MAX_VALUE && length < smallestBeginning * 9L / 10;
    }
}
