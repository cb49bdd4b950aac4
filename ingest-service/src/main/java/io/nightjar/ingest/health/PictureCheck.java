// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.media.PictureStats;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells a frozen or a black picture from decoded key frames. One look is no proof: a cut between scenes is black, and a
 * camera that sends the same picture for ever still changes how coarsely it codes it now and then.
 */
public final class PictureCheck {

    private static final int LOOKS = 5;
    private static final int SAME_LOOKS = 3;
    /** Coding alone changes a still picture by less than this. */
    private static final double MOTION = 2.0;

    private static final long BLACK_MICROS = 3_000_000;

    private final Deque<Boolean> same = new ArrayDeque<>();
    private long blackSince = -1;
    private long lookedAt = -1;
    private volatile Verdict verdict = new Verdict(false, false);

    /** What the pictures of late look like. */
    public record Verdict(boolean frozen, boolean black) {}

    public Verdict verdict() {
        return verdict;
    }

    public void look(PictureStats stats) {
        long at = stats.ptsMicros();
        if (at == lookedAt) {
            return;
        }
        lookedAt = at;
        verdict = new Verdict(frozen(stats), black(stats.black(), at));
    }

    private boolean frozen(PictureStats stats) {
        if (stats.difference() >= MOTION) {
            same.clear();
        }
        same.add(stats.same());
        if (same.size() > LOOKS) {
            same.removeFirst();
        }
        return same.stream().filter(still -> still).count() >= SAME_LOOKS;
    }

    private boolean black(boolean now, long at) {
        if (!now) {
            blackSince = -1;
        } else if (blackSince < 0) {
            blackSince = at;
        }
        return now && at - blackSince >= BLACK_MICROS;
    }
}
