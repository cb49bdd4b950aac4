// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamFinder;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.ingest.session.Dialler;
import io.nightjar.ingest.session.SessionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tries cameras out with sessions of its own, which know nothing of the streams that run. */
public final class Trials {

    /** All of it, with time left for the answer's way back. */
    private static final Duration ALL = Duration.ofSeconds(27);

    private static final Duration FINDING = Duration.ofSeconds(12);
    /** A camera is asked for so many streams at once. */
    private static final int AT_ONCE = 2;

    private final StreamFinder finder;
    private final Dialler dialler;

    public Trials(StreamFinder finder, Dialler dialler) {
        this.finder = finder;
        this.dialler = dialler;
    }

    /** Waits for up to half a minute. A camera that fails is an answer. */
    public TrialResult run(
            CameraSpec camera, Optional<Role> only, Optional<DeviceSpec> device, Optional<Credentials> credentials) {
        var roles = only.map(List::of)
                .orElseGet(() ->
                        camera.sources().stream().map(stream -> stream.role()).toList());
        return new Run(camera, device, credentials).over(roles.isEmpty() ? List.of(Role.MAIN) : roles);
    }

    private final class Run {

        private final CameraSpec camera;
        private final Optional<DeviceSpec> device;
        private final Optional<Credentials> credentials;
        private final Steps steps = new Steps();
        private final Set<Take> takes = ConcurrentHashMap.newKeySet();

        Run(CameraSpec camera, Optional<DeviceSpec> device, Optional<Credentials> credentials) {
            this.camera = camera;
            this.device = device;
            this.credentials = credentials;
        }

        TrialResult over(List<Role> roles) {
            var streams = new ArrayList<TrialResult.Stream>();
            var pool = Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().daemon().name("trial ", 0).factory());
            try {
                List<Callable<Optional<TrialResult.Stream>>> work = new ArrayList<>();
                roles.forEach(role -> work.add(() -> stream(role)));
                for (var done : pool.invokeAll(work, ALL.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (done.isCancelled()) {
                        steps.failed(Steps.Name.VIDEO, late(), ALL.toMillis());
                    } else {
                        done.get().ifPresent(streams::add);
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException fault) {
                throw new IllegalStateException("A trial failed by a fault", fault.getCause());
            } finally {
                takes.forEach(Take::interrupt);
                pool.shutdownNow();
            }
            streams.sort(Comparator.comparingDouble(TrialResult.Stream::score).reversed());
            return new TrialResult(!streams.isEmpty(), steps.all(), streams, picture());
        }

        /** The first of the role's addresses that gives pictures. */
        private Optional<TrialResult.Stream> stream(Role role) {
            long begun = System.nanoTime();
            var wish = new StreamWish(camera, role, device, credentials);
            try {
                var candidates = finder.find(wish, FINDING);
                steps.passed(
                        Steps.Name.ADDRESS,
                        "There "
                                + (candidates.size() == 1
                                        ? "is one address"
                                        : "are " + candidates.size() + " addresses")
                                + " to try.",
                        Take.millisSince(begun));
                return first(candidates, new SessionPlan(wish, Optional.empty()), role);
            } catch (CameraFailure failed) {
                steps.failed(Steps.of(failed.kind()), failed, Take.millisSince(begun));
                return Optional.empty();
            }
        }

        private Optional<TrialResult.Stream> first(List<Candidate> candidates, SessionPlan plan, Role role) {
            for (var candidate : candidates) {
                long begun = System.nanoTime();
                var take = new Take(role, candidate, dialler.session(candidate, plan));
                takes.add(take);
                try {
                    return Optional.of(take.run(steps));
                } catch (CameraFailure failed) {
                    fail(failed, Take.millisSince(begun));
                    if (failed.kind() == ErrorKind.AUTH
                            || Thread.currentThread().isInterrupted()) {
                        // More attempts with the same password could lock the account.
                        return Optional.empty();
                    }
                }
            }
            return Optional.empty();
        }

        /** What comes before the step that failed went well. */
        private void fail(CameraFailure failed, long ms) {
            var step = Steps.of(failed.kind());
            if (step.compareTo(Steps.Name.REACH) > 0) {
                steps.passed(Steps.Name.REACH, "The camera answers.", ms);
            }
            if (step.compareTo(Steps.Name.SIGN_IN) > 0) {
                steps.passed(Steps.Name.SIGN_IN, "The camera lets us in.", ms);
            }
            if (step.compareTo(Steps.Name.STREAMS) > 0) {
                steps.passed(Steps.Name.STREAMS, "The camera has the stream.", ms);
            }
            steps.failed(step, failed, ms);
        }

        private @Nullable String picture() {
            return takes.stream()
                    .flatMap(take -> take.picture().stream())
                    .findFirst()
                    .map(jpeg -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg))
                    .orElse(null);
        }

        private static CameraFailure late() {
            return new CameraFailure(ErrorKind.TIMEOUT, "No picture came within " + ALL.toSeconds() + " seconds.");
        }
    }
}
