// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How patient the machine is.
 *
 * @param connecting until one of the camera's addresses must have answered, from the session's turn on
 * @param probing until the first frame must have come
 * @param stalledAfter without a frame, at the least
 * @param hopeless how long a stalled session is kept
 * @param stable how long output must last before failures are forgotten
 * @param probeEvery how often a camera's port is tried while waiting
 * @param waits after the first, second, ... failure; the last one repeats
 * @param waitsAfterRefusal after a refused sign-in, since cameras lock accounts
 * @param waitAsConfigured before a camera that cannot run as configured is tried all the same
 * @param jitter spreads waits, so that cameras that failed together do not return together
 */
public record Timing(
        Duration connecting,
        Duration probing,
        Duration stalledAfter,
        Duration hopeless,
        Duration stable,
        Duration probeEvery,
        List<Duration> waits,
        List<Duration> waitsAfterRefusal,
        Duration waitAsConfigured,
        UnaryOperator<Duration> jitter) {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60));

    public static Timing usual(UnaryOperator<Duration> jitter) {
        return new Timing(
                Duration.ofSeconds(45),
                Duration.ofSeconds(15),
                Duration.ofSeconds(4),
                Duration.ofSeconds(6),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                WAITS,
                List.of(Duration.ofSeconds(60), Duration.ofMinutes(5)),
                Duration.ofMinutes(5),
                jitter);
    }

    /** How long without a frame is too long for a stream with this distance between frames. */
    Duration silence(Duration interval) {
        var three = interval.multipliedBy(3);
        return three.compareTo(stalledAfter) > 0 ? three : stalledAfter;
    }

    Duration wait(ErrorKind kind, int failures) {
        var steps = kind == ErrorKind.AUTH ? waitsAfterRefusal : waits;
        var step = steps.get(Math.clamp(failures - 1, 0, steps.size() - 1));
        // A refused sign-in waits exactly: less could lock the account.
        return kind == ErrorKind.AUTH ? step : jitter.apply(step);
    }
}
