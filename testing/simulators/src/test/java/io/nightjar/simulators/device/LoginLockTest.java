// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.simulators.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLockTest {

    private static final Instant START = Instant.parse("2026-11-21T20:15:00Z");

    private final SteppedClock clock = new SteppedClock(START);
    private final LoginLock lock = new LoginLock(2, Duration.ofMinutes(5), clock);

    @Test
    void wrongPasswordsInARowLockForAWhile() {
        lock.failed();
        lock.failed();
        assertThat(lock.locked()).isTrue();

        clock.set(START.plus(Duration.ofMinutes(5)));

        assertThat(lock.locked()).isFalse();
        assertThat(lock.failuresEver()).isEqualTo(2);
    }

    @Test
    void aRightPasswordBetweenThemForgetsTheFirst() {
        lock.failed();
        lock.succeeded();
        lock.failed();

        assertThat(lock.locked()).isFalse();
    }
}
