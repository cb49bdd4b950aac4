// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Opened;
import io.nightjar.ingest.session.Watchdog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** One candidate being opened on a thread of its own, since native calls block. */
final class Attempt {

    /** Some cameras take this long when they were asleep; what takes longer does not work. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private final int rank;
    private final Candidate candidate;
    private final CameraSession session;
    private @Nullable Thread thread;
    private @Nullable Opened opened;
    private @Nullable CameraFailure failure;
    private boolean abandoned;

    Attempt(int rank, Candidate candidate, CameraSession session) {
        this.rank = rank;
        this.candidate = candidate;
        this.session = session;
    }

    /** Joins the finished when it is open or has failed. */
    synchronized void start(BlockingQueue<Attempt> finished) {
        thread = Thread.ofPlatform()
                .daemon()
                .name("try " + candidate.protocol().wire() + " " + rank)
                .start(() -> {
                    run();
                    finished.add(this);
                });
    }

    private void run() {
        try {
            succeeded(Watchdog.within(LONGEST, this::expire, session::open));
        } catch (CameraFailure failed) {
            failed(failed);
        } catch (RuntimeException fault) {
            failed(new CameraFailure(ErrorKind.INTERNAL, "The stream failed by a fault in Nightjar.", fault));
        }
    }

    private synchronized void expire() {
        session.interrupt();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized void succeeded(Opened result) {
        opened = result;
        if (abandoned) {
            session.close();
        }
    }

    private synchronized void failed(CameraFailure reason) {
        failure = reason;
        session.close();
    }

    /** Ends it wherever it is; its session is closed. */
    synchronized void abandon() {
        if (abandoned) {
            return;
        }
        abandoned = true;
        session.interrupt();
        if (opened != null) {
            session.close();
        } else if (thread != null) {
            thread.interrupt();
        }
    }

    int rank() {
        return rank;
    }

    Candidate candidate() {
        return candidate;
    }

    CameraSession session() {
        return session;
    }

    synchronized Optional<Opened> opened() {
        return Optional.ofNullable(opened);
    }

    synchronized Optional<CameraFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
