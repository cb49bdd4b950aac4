// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodeTimesTest {

    private static final long[] REORDERED = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};

    @Test
    void withoutReorderingTheyArePresentationTimes() {
        var times = new DecodeTimes(0);
        for (long pts = 0; pts < 500; pts += 40) {
            assertThat(times.next(pts, 40)).isEqualTo(pts);
        }
    }

    @Test
    void reorderedPicturesAreDecodedBeforeTheyAreShown() {
        assertRises(new DecodeTimes(1), 0);
    }

    @Test
    void anUnknownDepthIsLearnt() {
        assertRises(new DecodeTimes(-1), 4);
    }

    @Test
    void aJumpOfTheClockStartsAfresh() {
        var times = new DecodeTimes(0);
        times.next(0, 40);
        assertThat(times.next(10_000_000, 40)).isEqualTo(10_000_000);
    }

    private static void assertRises(DecodeTimes times, int learning) {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < REORDERED.length; i++) {
            long pts = REORDERED[i] * 40_000;
            long dts = times.next(pts, 40_000);
            assertThat(dts).isGreaterThan(last);
            if (i >= learning) {
                assertThat(dts).isLessThanOrEqualTo(pts);
            }
            last = dts;
        }
    }
}
