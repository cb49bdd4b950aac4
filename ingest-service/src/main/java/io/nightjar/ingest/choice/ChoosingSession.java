// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.session.CameraLog;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Dialler;
import io.nightjar.ingest.session.Opened;
import io.nightjar.ingest.session.Remembered;
import io.nightjar.ingest.session.SessionPlan;
import io.nightjar.media.PacketHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A session over the best of a stream's addresses: what worked last time, or what a race or a contest finds. */
final class ChoosingSession implements CameraSession {

    private final SessionPlan plan;
    private final Function<StreamWish, List<Candidate>> finder;
    private final Dialler dialler;
    private final Predicate<Remembered> fresh;
    private final Logger log;
    private final Set<CameraSession> dialled = ConcurrentHashMap.newKeySet();
    private volatile boolean interrupted;
    private volatile @Nullable CameraSession chosen;

    /** @param fresh whether a memory still counts although a better candidate is known */
    ChoosingSession(
            SessionPlan plan,
            Function<StreamWish, List<Candidate>> finder,
            Dialler dialler,
            Predicate<Remembered> fresh) {
        this.plan = plan;
        this.finder = finder;
        this.dialler = dialler;
        this.fresh = fresh;
        this.log = CameraLog.of(plan.wish().camera().id());
    }

    @Override
    public Opened open() {
        var candidates = new ArrayList<>(finder.apply(plan.wish()));
        var failures = new Failures();
        // Only among today's candidates: an address of an earlier configuration is not dialled.
        var known = plan.remembered().flatMap(worked -> candidates.stream()
                .filter(worked::names)
                .filter(candidate -> fresh.test(worked) || candidate.equals(candidates.getFirst()))
                .findFirst());
        if (known.isPresent()) {
            var session = dial(known.get());
            try {
                var opened = session.open();
                chosen = session;
                return opened;
            } catch (CameraFailure failed) {
                log.debugf(
                        "What worked last time fails kind=%s reason=\"%s\"",
                        failed.kind().wire(), failed.sentence());
                session.close();
                failures.add(known.get(), failed);
                candidates.remove(known.get());
                candidates.removeIf(failures::hopeless);
            }
        }
        return choose(candidates, failures);
    }

    private Opened choose(List<Candidate> candidates, Failures failures) {
        try {
            if (interrupted || candidates.isEmpty()) {
                throw failures.telling();
            }
            var order = plan.undecided() && candidates.size() > 1
                    ? new Contest(this::dial, failures).rank(candidates)
                    : candidates;
            var winner = new Race(order, this::dial, failures).run();
            chosen = winner.session();
            log.debugf(
                    "Chosen role=%s address=%s",
                    plan.wish().role().wire(), winner.candidate().address());
            return winner.opened().orElseThrow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "The search for a stream was stopped.", stopped);
        }
    }

    private CameraSession dial(Candidate candidate) {
        log.debugf(
                "Trying role=%s protocol=%s address=%s",
                plan.wish().role().wire(), candidate.protocol().wire(), candidate.address());
        var session = dialler.session(candidate, plan);
        dialled.add(session);
        if (interrupted) {
            session.interrupt();
        }
        return session;
    }

    @Override
    public boolean read(PacketHandler handler) {
        var session = chosen;
        if (session == null) {
            throw new IllegalStateException("The session is not open");
        }
        return session.read(handler);
    }

    @Override
    public boolean damaged() {
        var session = chosen;
        return session != null && session.damaged();
    }

    @Override
    public void interrupt() {
        interrupted = true;
        dialled.forEach(CameraSession::interrupt);
    }

    @Override
    public void close() {
        var session = chosen;
        chosen = null;
        if (session != null) {
            session.close();
        }
    }
}
