// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.QualityScore;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Watchdog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at every candidate for a moment and puts the best first. For addresses whose order says nothing about them. */
final class Contest {

    private static final int AT_ONCE = 2;
    /** Enough to tell a rate, and short enough to do before the first picture is shown. */
    private static final Duration LOOK = Duration.ofMillis(1_500);

    private record Result(int rank, Candidate candidate, QualityScore score) {}

    private final Function<Candidate, CameraSession> dial;
    private final Failures failures;

    Contest(Function<Candidate, CameraSession> dial, Failures failures) {
        this.dial = dial;
        this.failures = failures;
    }

    /** Those that work, best first, their order deciding between equals; fails when none does. */
    List<Candidate> rank(List<Candidate> inOrder) throws InterruptedException {
        var threads = Thread.ofPlatform().daemon().name("contest ", 0).factory();
        var pool = Executors.newFixedThreadPool(AT_ONCE, threads);
        try {
            var looks = new ArrayList<Callable<Result>>();
            for (int index = 0; index < inOrder.size(); index++) {
                int rank = index;
                var candidate = inOrder.get(index);
                looks.add(() -> new Result(rank, candidate, look(candidate)));
            }
            var results = new ArrayList<Result>();
            var done = pool.invokeAll(looks);
            for (int index = 0; index < done.size(); index++) {
                try {
                    results.add(done.get(index).get());
                } catch (ExecutionException failed) {
                    failures.add(inOrder.get(index), failure(failed.getCause()));
                }
            }
            if (results.isEmpty()) {
                throw failures.telling();
            }
            return results.stream()
                    .sorted(Comparator.comparing(Result::score).reversed().thenComparing(Result::rank))
                    .map(Result::candidate)
                    .toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private QualityScore look(Candidate candidate) {
        var session = dial.apply(candidate);
        var looking = Thread.currentThread();
        Runnable expire = () -> {
            session.interrupt();
            looking.interrupt();
        };
        try (session) {
            return Watchdog.within(Attempt.LONGEST, expire, () -> look(session));
        }
    }

    private static QualityScore look(CameraSession session) {
        var trial = new Trial(session.open().tracks());
        long until = System.nanoTime() + LOOK.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = session.read(trial);
        }
        if (trial.pictures() == 0) {
            throw new CameraFailure(ErrorKind.NO_FRAMES, "The camera answered, but no picture came.");
        }
        return trial.score();
    }

    private static CameraFailure failure(@Nullable Throwable cause) {
        return cause instanceof CameraFailure failure
                ? failure
                : new CameraFailure(ErrorKind.INTERNAL, "The stream failed by a fault in Nightjar.", cause);
    }
}
