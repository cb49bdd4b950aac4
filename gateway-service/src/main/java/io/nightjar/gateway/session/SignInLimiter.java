// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing slow. After a few failures from one address, or for one user, each further one doubles the wait, and
 * tries are looked at one by one. The wait for a user is kept short, so that a stranger cannot lock an owner out.
 */
final class SignInLimiter {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final int MOST_KEYS = 10_000;

    /** What one key may do: how many failures cost nothing, and how long the longest wait is. */
    private record Rule(String key, int free, Duration longest) {}

    private record Tries(int failures, int running, Instant last, Instant until) {
        static final Tries NONE = new Tries(0, 0, Instant.EPOCH, Instant.EPOCH);

        Tries withRunning(int change) {
            return new Tries(failures, Math.max(0, running + change), last, until);
        }
    }

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

    SignInLimiter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks for a turn. Zero: the try may be made, and {@link #failed} or {@link #succeeded} must follow. Otherwise how
     * long to wait first.
     */
    synchronized Duration begin(String address, String user) {
        var now = clock.instant();
        var rules = rules(address, user);
        var longest = rules.stream()
                .map(rule -> wait(rule, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (longest.isZero()) {
            rules.forEach(rule -> put(rule.key(), known(rule.key(), now).withRunning(1)));
        }
        return longest;
    }

    synchronized void failed(String address, String user) {
        var now = clock.instant();
        for (var rule : rules(address, user)) {
            var before = known(rule.key(), now);
            int failures = before.failures() + 1;
            put(
                    rule.key(),
                    new Tries(failures, Math.max(0, before.running() - 1), now, now.plus(penalty(rule, failures))));
        }
    }

    synchronized void succeeded(String address, String user) {
        var now = clock.instant();
        for (var rule : rules(address, user)) {
            int running = known(rule.key(), now).running() - 1;
            if (running > 0) {
                put(rule.key(), new Tries(0, running, now, Instant.EPOCH));
            } else {
                tries.remove(rule.key());
            }
        }
    }

    private Duration wait(Rule rule, Instant now) {
        var known = known(rule.key(), now);
        if (known.until().isAfter(now)) {
            return Duration.between(now, known.until());
        }
        // Tries made side by side must not get more guesses than tries made one after the other.
        boolean full = known.running() > 0 && known.failures() + known.running() >= rule.free();
        return full ? BUSY : Duration.ZERO;
    }

    private static Duration penalty(Rule rule, int failures) {
        int beyond = failures - rule.free();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(beyond, 20));
        return doubled.compareTo(rule.longest()) < 0 ? doubled : rule.longest();
    }

    private Tries known(String key, Instant now) {
        @Nullable Tries found = tries.get(key);
        boolean forgotten = found == null
                || (found.running() == 0 && found.last().plus(FORGET_AFTER).isBefore(now));
        return forgotten || found == null ? Tries.NONE : found;
    }

    private void put(String key, Tries value) {
        tries.put(key, value);
        if (tries.size() > MOST_KEYS) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    private static List<Rule> rules(String address, String user) {
        return List.of(
                new Rule("a:" + address, 5, Duration.ofMinutes(5)),
                new Rule("u:" + user.toLowerCase(Locale.ROOT), 8, Duration.ofSeconds(20)));
    }
}
