// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.rtsp.rtp.NtpTime;
import org.junit.jupiter.api.Test;

class UnitClockTest {

    private static final long WALL = 1_793_534_400_000_000L;
    private static final int FIRST = 0xffff_0000;
    private static final int FRAME = 9_000;
    private static final long FRAME_MICROS = 100_000;

    private final UnitClock clock = new UnitClock(90_000);

    @Test
    void reportsBeforeTheFirstPacketGiveExactTimes() {
        report(FIRST, WALL);

        assertThat(clock.micros(FIRST + FRAME, WALL + FRAME_MICROS + 30_000)).isEqualTo(WALL + FRAME_MICROS);
        assertThat(clock.micros(FIRST + 2 * FRAME, WALL + 2 * FRAME_MICROS + 80_000))
                .isEqualTo(WALL + 2 * FRAME_MICROS);
    }

    @Test
    void withoutReportsTheFirstArrivalIsTheAnchor() {
        assertThat(clock.micros(FIRST, WALL)).isEqualTo(WALL);
        assertThat(clock.micros(FIRST + FRAME, WALL + FRAME_MICROS + 30_000)).isEqualTo(WALL + FRAME_MICROS);
    }

    @Test
    void aReportAfterTheFirstPacketsIsWorkedInWithoutAStepBack() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < 200; i++) {
            if (i == 10) {
                report(FIRST, WALL - 300_000);
            }
            long micros = clock.micros(FIRST + i * FRAME, WALL + i * FRAME_MICROS);
            assertThat(micros).isGreaterThan(last);
            last = micros;
        }
        assertThat(last).isEqualTo(WALL - 300_000 + 199 * FRAME_MICROS);
    }

    @Test
    void aSenderWithAWrongClockIsNotBelieved() {
        report(FIRST, WALL - 3_600_000_000L);

        assertThat(clock.micros(FIRST, WALL)).isEqualTo(WALL);
    }

    @Test
    void aJumpOfTheStreamIsAnchoredAgainAtItsArrival() {
        report(FIRST, WALL);
        clock.micros(FIRST, WALL);

        assertThat(clock.micros(FIRST + 500_000_000, WALL + FRAME_MICROS)).isEqualTo(WALL + FRAME_MICROS);
        assertThat(clock.micros(FIRST + 500_000_000 + FRAME, WALL + 2 * FRAME_MICROS))
                .isEqualTo(WALL + 2 * FRAME_MICROS);
        assertThat(clock.micros(FIRST, WALL + 3 * FRAME_MICROS)).isEqualTo(WALL + 3 * FRAME_MICROS);
    }

    @Test
    void aSlowSenderClockIsFollowedByArrival() {
        // One part in a thousand slow: after 1000 s the error would be 1 s.
        long micros = 0;
        for (int i = 0; i < 10_000; i++) {
            micros = clock.micros(FIRST + i * (FRAME - 9), WALL + i * FRAME_MICROS);
        }
        assertThat(micros).isCloseTo(WALL + 9_999 * FRAME_MICROS, within(20_000L));
    }

    @Test
    void aFastSenderClockNeverRunsAhead() {
        for (int i = 0; i < 10_000; i++) {
            long arrival = WALL + i * FRAME_MICROS;
            assertThat(clock.micros(FIRST + i * (FRAME + 9), arrival)).isLessThanOrEqualTo(arrival + 20_000);
        }
    }

    @Test
    void reorderedPicturesKeepTheirOffset() {
        report(FIRST, WALL);

        assertThat(clock.micros(FIRST + 3 * FRAME, WALL + FRAME_MICROS)).isEqualTo(WALL + 3 * FRAME_MICROS);
        assertThat(clock.micros(FIRST + FRAME, WALL + 2 * FRAME_MICROS)).isEqualTo(WALL + FRAME_MICROS);
    }

    private void report(int timestamp, long micros) {
        clock.report(NtpTime.ofEpochMicros(micros), timestamp, WALL);
    }
}
