// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.Candidate;
import io.nightjar.ingest.session.CameraSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens the first candidate in order that works. The next is begun when the one before fails or is slow, so that one that
 * hangs costs seconds; one that answers at once costs the camera a single connection.
 */
final class Race {

    private static final int AT_ONCE = 2;
    private static final Duration SLOW = Duration.ofMillis(2_500);
    /** How long an earlier candidate is waited for when a later one works already. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Deque<Candidate> waiting;
    private final Function<Candidate, CameraSession> dial;
    private final Failures failures;
    private final BlockingQueue<Attempt> finished = new LinkedBlockingQueue<>();
    private final List<Attempt> running = new ArrayList<>();
    private final List<Attempt> open = new ArrayList<>();
    private int begun;

    Race(List<Candidate> inOrder, Function<Candidate, CameraSession> dial, Failures failures) {
        this.waiting = new ArrayDeque<>(inOrder);
        this.dial = dial;
        this.failures = failures;
    }

    /** The winner; all others are closed. Fails with what is most telling. */
    Attempt run() throws InterruptedException {
        @Nullable Attempt winner = null;
        try {
            begin();
            while (winner == null && !(running.isEmpty() && open.isEmpty())) {
                var patience = open.isEmpty() ? SLOW : GRACE;
                var next = finished.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    sort(next);
                } else if (open.isEmpty()) {
                    begin();
                }
                winner = next == null || leads() ? best() : null;
            }
        } finally {
            var kept = winner;
            running.forEach(Attempt::abandon);
            open.stream().filter(attempt -> attempt != kept).forEach(Attempt::abandon);
        }
        if (winner == null) {
            throw failures.telling();
        }
        return winner;
    }

    private void sort(Attempt attempt) {
        running.remove(attempt);
        attempt.failure()
                .ifPresentOrElse(
                        failure -> {
                            failures.add(attempt.candidate(), failure);
                            begin();
                        },
                        () -> open.add(attempt));
    }

    /** Nothing that runs could still beat what is open. */
    private boolean leads() {
        var best = best();
        return best != null && running.stream().allMatch(other -> other.rank() > best.rank());
    }

    private @Nullable Attempt best() {
        return open.stream().min(Comparator.comparingInt(Attempt::rank)).orElse(null);
    }

    private void begin() {
        while (!waiting.isEmpty() && open.isEmpty() && running.size() < AT_ONCE) {
            var candidate = waiting.removeFirst();
            if (!failures.hopeless(candidate)) {
                var attempt = new Attempt(begun++, candidate, dial.apply(candidate));
                running.add(attempt);
                attempt.start(finished);
                return;
            }
        }
    }
}
