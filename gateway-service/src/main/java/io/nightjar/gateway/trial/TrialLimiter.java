// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Each trial dials something: a few at once are help, many are a scan of the network. */
@Singleton
class TrialLimiter {
    static final int AT_ONCE = 3;
    static final int PER_MINUTE = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Deque<Instant>> begun = new HashMap<>();

    TrialLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Runs a trial of this user's, or fails with TOO_MANY. */
    <T> T run(String user, Supplier<T> trial) {
        enter(user);
        try {
            return trial.get();
        } finally {
            leave(user);
        }
    }

    private synchronized void enter(String user) {
        if (running.getOrDefault(user, 0) >= AT_ONCE) {
            throw Problem.of(Problem.Kind.TOO_MANY, "You are trying " + AT_ONCE + " cameras out already.")
                    .withHint("Wait until one of them is done.");
        }
        var now = clock.instant();
        begun.values().forEach(times -> times.removeIf(time -> time.plus(MINUTE).isBefore(now)));
        begun.values().removeIf(Deque::isEmpty);
        var recent = begun.computeIfAbsent(user, first -> new ArrayDeque<>());
        if (recent.size() >= PER_MINUTE) {
            throw Problem.of(Problem.Kind.TOO_MANY, "You have tried many cameras out within one minute.")
                    .withHint("Wait a minute and go on.");
        }
        recent.addLast(now);
        running.merge(user, 1, Integer::sum);
    }

    private synchronized void leave(String user) {
        running.computeIfPresent(user, (key, count) -> count == 1 ? null : count - 1);
    }
}
