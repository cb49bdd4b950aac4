// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.kit.Problem;
import io.nightjar.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TrialLimiterTest {
    private final TestClock clock = new TestClock();
    private final TrialLimiter limiter = new TrialLimiter(clock);

    private static void refused(Runnable asked) {
        assertThatThrownBy(asked::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind())
                .isEqualTo(Problem.Kind.TOO_MANY));
    }

    @Test
    void aFewAtOnceAreAllowedToEveryUser() {
        var began = new ArrayList<String>();
        nested(TrialLimiter.AT_ONCE, () -> {
            refused(() -> limiter.run("admin", () -> began.add("one too many")));
            limiter.run("other", () -> began.add("another user's"));
        });
        limiter.run("admin", () -> began.add("after them"));
        assertThat(began).containsExactly("another user's", "after them");
    }

    @Test
    void aTrialThatFailsMakesRoomForTheNext() {
        for (int each = 0; each <= TrialLimiter.AT_ONCE; each++) {
            assertThatThrownBy(() -> limiter.run("admin", () -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        }
    }

    @Test
    void aScanOfTheNetworkIsStopped() {
        for (int each = 0; each < TrialLimiter.PER_MINUTE; each++) {
            limiter.run("admin", () -> true);
        }
        refused(() -> limiter.run("admin", () -> true));
        clock.advance(Duration.ofSeconds(61));
        assertThat(limiter.run("admin", () -> true)).isTrue();
    }

    private void nested(int depth, Runnable innermost) {
        if (depth == 0) {
            innermost.run();
            return;
        }
        limiter.run("admin", () -> {
            nested(depth - 1, innermost);
            return depth;
        });
    }
}
