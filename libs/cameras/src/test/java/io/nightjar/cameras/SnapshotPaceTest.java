// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SnapshotPaceTest {

    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong(1);
    private final SnapshotPace pace = new SnapshotPace(10, now::get);

    @Test
    void aCameraThatMakesTwoPicturesASecondIsNotAskedTenTimes() {
        int asked = 0;
        for (long end = now.get() + 60_000 * MILLI; now.get() < end; asked++) {
            take((int) (now.get() / (500 * MILLI)));
        }

        assertThat(asked / 60.0).isBetween(2.0, 4.5);
        assertThat(pace.achievedFps()).isCloseTo(2, within(0.3));
    }

    @Test
    void aCameraThatKeepsUpIsAskedAsOftenAsWished() {
        for (int number = 0; number < 200; number++) {
            take(number);
        }
        assertThat(pace.intervalNanos()).isEqualTo(100 * MILLI);
        assertThat(pace.achievedFps()).isCloseTo(10, within(0.2));
    }

    @Test
    void aCameraThatRecoversIsAskedMoreOftenAgain() {
        for (int number = 0; number < 50; number++) {
            take(1);
        }
        assertThat(pace.intervalNanos()).isEqualTo(1_000 * MILLI);
        for (int number = 0; number < 80; number++) {
            take(number);
        }
        assertThat(pace.intervalNanos()).isEqualTo(100 * MILLI);
    }

    /** Moves the clock to the next turn instead of waiting for it. */
    private void take(int picture) {
        now.addAndGet(pace.intervalNanos());
        pace.awaitTurn();
        pace.came(new byte[] {(byte) picture, (byte) (picture >> 8)});
    }
}
