// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.MediaException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One session from its opening to its end, on a thread of its own, since native calls block. Whatever ends it is told
 * once; a session that was closed has nothing more to tell.
 */
final class SessionRun {

    private static final Logger LOG = Logger.getLogger(SessionRun.class);

    private static final String UNCONVERTED =
            "The camera's pictures cannot be converted as configured; choose another encoder or none.";

    private final StreamId stream;
    private final long number;
    private final CameraSession session;
    private final SessionParts parts;
    private final SessionListener listener;
    private final String host;
    private final StreamSpec spec;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile @Nullable SessionFeed feed;
    private volatile @Nullable Opened opened;
    private volatile @Nullable Thread thread;

    /**
     * A session that has not begun.
     *
     * @param host at which it takes its turn
     * @param spec what becomes of what it reads
     */
    SessionRun(
            StreamId stream,
            long number,
            CameraSession session,
            SessionParts parts,
            SessionListener listener,
            String host,
            StreamSpec spec) {
        this.stream = stream;
        this.number = number;
        this.session = session;
        this.parts = parts;
        this.listener = listener;
        this.host = host;
        this.spec = spec;
    }

    /** Begins once the session before has ended: a camera never sees two of them. */
    void startAfter(CompletableFuture<Void> before) {
        var unused = before.whenComplete((done, failure) -> {
            if (closed) {
                ended.complete(null);
                return;
            }
            thread = Thread.ofPlatform().daemon().name("camera " + stream).start(this::run);
        });
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    Optional<SessionFeed> feed() {
        return Optional.ofNullable(feed);
    }

    Optional<Opened> opened() {
        return Optional.ofNullable(opened);
    }

    boolean damaged() {
        return feed != null && session.damaged();
    }

    void close() {
        closed = true;
        session.interrupt();
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        try (session) {
            var first = open();
            opened = first;
            listener.answered(number, first);
            read(first);
            tell(ErrorKind.EOF, "The camera ended the stream.");
        } catch (CameraFailure failure) {
            tell(failure.kind(), failure.sentence());
        } catch (MediaException failure) {
            LOG.debugf("Not converted stream=%s cause=%s", stream, failure.getMessage());
            tell(failure.kind() == ErrorKind.CONFIG ? ErrorKind.CONFIG : ErrorKind.CODEC, UNCONVERTED);
        } catch (InterruptedException stopped) {
            tell(ErrorKind.INTERNAL, "The session was stopped.");
        } catch (RuntimeException fault) {
            if (!closed) {
                LOG.errorf(
                        fault,
                        "A session failed by a fault camera=%s role=%s",
                        stream.camera(),
                        stream.role().wire());
            }
            tell(ErrorKind.INTERNAL, "The stream failed by a fault in Nightjar.");
        } finally {
            ended.complete(null);
        }
    }

    private Opened open() throws InterruptedException {
        return parts.opening().inTurn(host, () -> {
            listener.dialling(number);
            return session.open();
        });
    }

    private void read(Opened first) {
        var events = new SessionFeed.Events(
                () -> listener.published(number),
                () -> listener.sourceChanged(number),
                () -> tell(ErrorKind.CODEC, UNCONVERTED));
        try (var flow = new SessionFeed(stream, first, spec, parts, events)) {
            feed = flow;
            boolean more = true;
            while (more && !closed) {
                more = session.read(flow);
            }
            // What follows is an orderly good-bye, which an interrupt that has done its work must not cut short.
            Thread.interrupted();
        }
    }

    private void tell(ErrorKind kind, String reason) {
        if (!closed) {
            listener.failed(number, kind, reason);
        }
    }
}
