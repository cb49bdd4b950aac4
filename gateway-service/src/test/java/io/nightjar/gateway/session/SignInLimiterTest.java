// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInLimiterTest {
    private final TestClock clock = new TestClock();
    private final SignInLimiter limiter = new SignInLimiter(clock);

    private Duration fail(String address, String user) {
        var delay = limiter.begin(address, user);
        if (delay.isZero()) {
            limiter.failed(address, user);
        }
        return delay;
    }

    @Test
    void theDelayOfAnAddressDoublesAfterAFewFailures() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(fail("10.0.0.1", "user" + attempt)).isZero();
        }
        assertThat(fail("10.0.0.1", "other")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(fail("10.0.0.1", "other")).isZero();
        assertThat(fail("10.0.0.1", "other")).isEqualTo(Duration.ofSeconds(2));
        assertThat(fail("10.0.0.2", "another")).isZero();
    }

    @Test
    void theDelayHasALimitAndIsForgotten() {
        for (int attempt = 0; attempt < 40; attempt++) {
            fail("10.0.0.1", "user" + attempt);
            clock.advance(Duration.ofMinutes(5));
        }
        fail("10.0.0.1", "x");
        assertThat(limiter.begin("10.0.0.1", "y")).isLessThanOrEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(16));
        assertThat(limiter.begin("10.0.0.1", "z")).isZero();
    }

    @Test
    void oneUserGuessedFromManyAddressesIsSlowedButNotLockedOut() {
        for (int attempt = 0; attempt < 60; attempt++) {
            fail("10.0.1." + attempt, "Admin");
            clock.advance(Duration.ofSeconds(20));
        }
        fail("10.0.2.1", "admin");
        assertThat(limiter.begin("10.0.2.2", "admin")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    }

    @Test
    void triesSideBySideGetNoMoreGuessesThanTriesInARow() {
        int allowed = 0;
        for (int attempt = 0; attempt < 100; attempt++) {
            allowed += limiter.begin("10.0.0.1", "user" + attempt).isZero() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void aRightPasswordClearsTheSlate() {
        for (int attempt = 0; attempt < 5; attempt++) {
            fail("10.0.0.1", "ann");
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(limiter.begin("10.0.0.1", "ann")).isZero();
        limiter.succeeded("10.0.0.1", "ann");
        assertThat(fail("10.0.0.1", "ann")).isZero();
        assertThat(fail("10.0.0.1", "ann")).isZero();
    }
}
