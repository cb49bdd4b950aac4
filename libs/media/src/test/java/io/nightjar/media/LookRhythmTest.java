// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class LookRhythmTest {

    private static final long SECOND = 1_000_000;

    @Test
    void aStreamInOrderIsLookedAtSeldom() {
        assertThat(looks(30, LookRhythmTest::lively)).containsExactly(0L, 2L, 4L, 12L, 20L, 28L);
    }

    @Test
    void aFrozenOrBlackPictureIsLookedAtAgainSoon() {
        assertThat(looks(22, at -> at >= 10 * SECOND ? new PictureStats(at, 90, 30, 0) : lively(at)))
                .containsExactly(0L, 2L, 4L, 12L, 14L, 16L, 18L, 20L);
        assertThat(looks(22, at -> at >= 10 * SECOND ? new PictureStats(at, 3, 1, 50) : lively(at)))
                .containsExactly(0L, 2L, 4L, 12L, 14L, 16L, 18L, 20L);
    }

    @Test
    void oneLookAtADifferentPictureIsEnoughToTrustItAgain() {
        assertThat(looks(30, at -> at == 12 * SECOND ? new PictureStats(at, 90, 30, 0) : lively(at)))
                .containsExactly(0L, 2L, 4L, 12L, 14L, 22L);
    }

    @Test
    void timesThatJumpBackAreLookedAt() {
        var rhythm = new LookRhythm(Duration.ofSeconds(2));
        rhythm.looked(100 * SECOND, lively(100 * SECOND));
        assertThat(rhythm.due(99 * SECOND)).isFalse();
        assertThat(rhythm.due(0)).isTrue();
    }

    /** The seconds at which a stream with a key picture each second is looked at. */
    private static List<Long> looks(int seconds, LongFunction<PictureStats> pictures) {
        var rhythm = new LookRhythm(Duration.ofSeconds(2));
        var looks = new ArrayList<Long>();
        for (long second = 0; second < seconds; second++) {
            if (rhythm.due(second * SECOND)) {
                looks.add(second);
                rhythm.looked(second * SECOND, pictures.apply(second * SECOND));
            }
        }
        return looks;
    }

    private static PictureStats lively(long at) {
        return new PictureStats(at, 90, 30, 5);
    }
}
