// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {

    private static final long START = 1_700_000_000_000_000L;
    private static final long FRAME = 40_000;

    private final ArrivalClock clock = new ArrivalClock();

    @Test
    void jitterOfTheNetworkIsSmoothedAway() {
        var random = new Random(1);
        long before = 0;
        long worst = 0;
        for (int frame = 0; frame < 1_000; frame++) {
            long arrival = START + frame * FRAME + random.nextInt(30_000);
            long mapped = clock.map(frame * FRAME, arrival);
            if (frame > 100) {
                worst = Math.max(worst, Math.abs(mapped - before - FRAME));
                assertThat(arrival - mapped).isBetween(-10_000L, 40_000L);
            }
            before = mapped;
        }
        assertThat(worst).isLessThan(3_000);
        assertThat(clock.breaks()).isZero();
    }

    @Test
    void aCameraWhoseClockDriftsIsFollowed() {
        for (int frame = 0; frame < 20_000; frame++) {
            long arrival = START + frame * FRAME;
            long mapped = clock.map(Math.round(frame * FRAME * 1.0005), arrival);
            assertThat(Math.abs(arrival - mapped)).isLessThan(30_000);
        }
        assertThat(clock.breaks()).isZero();
    }

    @Test
    void aStoredGroupSentAtOnceDoesNotPutTheStreamIntoTheFuture() {
        long mapped = 0;
        for (int frame = 0; frame < 25; frame++) {
            mapped = clock.map(frame * FRAME, START + frame * 100);
        }
        assertThat(mapped - START).isLessThan(10_000);
        for (int frame = 25; frame < 100; frame++) {
            long arrival = START + (frame - 24) * FRAME;
            mapped = clock.map(frame * FRAME, arrival);
            assertThat(Math.abs(mapped - arrival)).isLessThan(20_000);
        }
    }

    @Test
    void aStallOfTheNetworkIsNoBreak() {
        play(0, 100, START, 0);
        for (int frame = 100; frame < 140; frame++) {
            clock.map(frame * FRAME, START + 140 * FRAME + frame);
        }
        long mapped = play(140, 200, START, 0);

        assertThat(clock.breaks()).isZero();
        assertThat(START + 199 * FRAME - mapped).isLessThan(30_000);
    }

    @Test
    void aJumpOfTheCamerasClockIsOneBreakAndArrivalGoesOn() {
        play(0, 50, START, 0);
        long ahead = play(50, 100, START, 3_600_000_000L);
        assertThat(clock.breaks()).isEqualTo(1);
        assertThat(Math.abs(START + 99 * FRAME - ahead)).isLessThan(10_000);

        long back = play(100, 150, START, 0);
        assertThat(clock.breaks()).isEqualTo(2);
        assertThat(Math.abs(START + 149 * FRAME - back)).isLessThan(10_000);
    }

    @Test
    void aClockThatStandsStillIsReplacedByArrival() {
        play(0, 50, START, 0);
        long mapped = 0;
        for (int frame = 50; frame < 100; frame++) {
            mapped = clock.map(50 * FRAME + frame, START + frame * FRAME);
        }
        assertThat(mapped).isEqualTo(START + 99 * FRAME);
        assertThat(clock.breaks()).isEqualTo(1);
    }

    private long play(int from, int to, long start, long shift) {
        long mapped = 0;
        for (int frame = from; frame < to; frame++) {
            long next = clock.map(frame * FRAME + shift, start + frame * FRAME);
            assertThat(next).isGreaterThan(mapped);
            mapped = next;
        }
        return mapped;
    }
}
