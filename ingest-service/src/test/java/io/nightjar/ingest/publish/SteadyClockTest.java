// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final long START = 1_700_000_000_000_000L;

    private long wallMicros = START;
    private long monotonicMicros = 5_000;
    private final SteadyClock clock = new SteadyClock(new Wall(), () -> monotonicMicros * 1000);

    @Test
    void aSmallCorrectionOfTheWallClockIsFollowedWithoutAJump() {
        wallMicros += 100_000;
        long before = clock.micros();
        for (int step = 0; step < 10_000; step++) {
            pass(40_000);
            long now = clock.micros();
            assertThat(now - before).isBetween(39_900L, 40_100L);
            before = now;
        }
        assertThat(wallMicros - before).isBetween(-100L, 100L);
    }

    @Test
    void aWallClockThatIsSetAnewIsFollowedAtOnce() {
        pass(1_000_000);
        wallMicros += 3_600_000_000L;
        assertThat(clock.micros()).isEqualTo(wallMicros);
        wallMicros -= 7_200_000_000L;
        assertThat(clock.micros()).isEqualTo(wallMicros);
    }

    private void pass(long micros) {
        wallMicros += micros;
        monotonicMicros += micros;
    }

    private final class Wall extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return SteadyClock.instant(wallMicros);
        }
    }
}
