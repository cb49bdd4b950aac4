// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.LogLevel;
import io.nightjar.media.MediaException;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.PacketReader;
import io.nightjar.media.ReaderOptions;
import io.nightjar.media.TrackFormat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One address read by libav: asked politely first, then opened over one transport after the other until pictures come. */
final class LibavSession implements CameraSession {

    /** Longer than the machine's own patience: it decides when silence has lasted too long. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration KNOCK_FORGOTTEN = Duration.ofMillis(500);
    private static final Set<ErrorKind> BUSY = EnumSet.of(ErrorKind.PROTOCOL, ErrorKind.RESET);

    private final Candidate candidate;
    private final SessionPlan plan;
    private final Preflight preflight;
    private final Patience patience;
    private final Logger log;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<Packet> first = new ArrayDeque<>();
    private volatile PacketReader.@Nullable Opening opening;
    private volatile boolean interrupted;
    private volatile @Nullable PacketReader reader;
    private boolean listening;

    LibavSession(Candidate candidate, SessionPlan plan, Preflight preflight, Patience patience) {
        this.candidate = candidate;
        this.plan = plan;
        this.preflight = preflight;
        this.patience = patience.of(candidate.input());
        this.log = CameraLog.of(plan.wish().camera().id());
    }

    @Override
    public Opened open() {
        var url = preflight.ask(candidate, plan.wish(), patience.connect());
        CameraFailure failure = null;
        for (var transport : transports()) {
            try {
                return openAfterKnock(url, transport);
            } catch (MediaException failed) {
                failure = Sentences.of(failed);
            } catch (CameraFailure failed) {
                failure = failed;
            }
            close();
            if (interrupted || failure.kind() == ErrorKind.AUTH || failure.kind() == ErrorKind.CODEC) {
                break;
            }
        }
        throw failure == null ? new CameraFailure(ErrorKind.CONFIG, "No transport is allowed.") : failure;
    }

    /** Only RTSP knows a choice; what worked last time goes first. */
    private List<Transport> transports() {
        if (!candidate.address().rtsp()) {
            return List.of(Transport.TCP);
        }
        var order = new ArrayList<>(candidate.transports());
        remembered().map(Remembered::transport).filter(order::remove).ifPresent(order::addFirst);
        return order;
    }

    private Optional<Remembered> remembered() {
        return plan.remembered().filter(worked -> worked.names(candidate));
    }

    /** Some cameras still take down what the preflight asked for, and refuse everybody for that moment. */
    private Opened openAfterKnock(String url, Transport transport) {
        try {
            return open(url, transport);
        } catch (MediaException failed) {
            if (!BUSY.contains(failed.kind()) || !pause()) {
                throw failed;
            }
            close();
            return open(url, transport);
        }
    }

    /** False when there is nobody to go on for. */
    private boolean pause() {
        try {
            return !over.await(KNOCK_FORGOTTEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Opened open(String url, Transport transport) {
        var options = ReaderOptions.of(url, candidate.protocol(), candidate.input())
                .over(transport)
                .timeouts(patience.connect(), patience.read(READ_TIMEOUT))
                .knowing(remembered().map(Remembered::formats).orElse(List.of()));
        var attempt = PacketReader.prepare(options);
        opening = attempt;
        listening = log.isDebugEnabled();
        if (listening) {
            attempt.log(LogLevel.VERBOSE, log::debug);
        }
        if (interrupted) {
            attempt.interrupt();
        }
        var opened = attempt.open();
        reader = opened;
        var tracks = opened.tracks();
        if (tracks.stream().noneMatch(TrackFormat::video)) {
            throw new CameraFailure(ErrorKind.CODEC, "The camera sends no picture in a format that is understood.");
        }
        awaitPicture(opened, tracks);
        return new Opened(tracks, transport, candidate);
    }

    /** An open session is no stream yet: over the wrong transport a camera says yes and sends nothing. */
    private void awaitPicture(PacketReader opened, List<TrackFormat> tracks) {
        try {
            boolean more =
                    Watchdog.within(patience.firstPicture(), opened::interrupt, () -> readUntilPicture(opened, tracks));
            if (!more) {
                throw new CameraFailure(ErrorKind.EOF, "The camera ended the stream.");
            }
        } catch (MediaException failed) {
            if (opened.interrupted() && !interrupted) {
                throw new CameraFailure(ErrorKind.NO_FRAMES, "The camera answered, but no picture came.", failed);
            }
            throw failed;
        }
    }

    private boolean readUntilPicture(PacketReader opened, List<TrackFormat> tracks) {
        boolean more = true;
        boolean picture = false;
        while (more && !picture) {
            more = opened.read(packet -> first.add(packet.copy()));
            picture =
                    first.stream().anyMatch(packet -> tracks.get(packet.track()).video());
        }
        return picture;
    }

    @Override
    public boolean damaged() {
        var open = reader;
        return open != null && open.damage().networkSuspected();
    }

    @Override
    public boolean read(PacketHandler handler) {
        var open = reader;
        if (open == null) {
            throw new IllegalStateException("The session is not open");
        }
        listen(open);
        var waiting = first.poll();
        if (waiting != null) {
            handler.packet(waiting);
            return true;
        }
        try {
            return open.read(handler);
        } catch (MediaException failed) {
            throw Sentences.of(failed);
        }
    }

    /** What the library has to say, while somebody looks closely at this camera. */
    private void listen(PacketReader open) {
        if (log.isDebugEnabled() == listening) {
            return;
        }
        listening = !listening;
        if (listening) {
            open.log(LogLevel.VERBOSE, log::debug);
        } else {
            open.log(LogLevel.ERROR, line -> {});
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        over.countDown();
        var current = opening;
        if (current != null) {
            current.interrupt();
        }
    }

    @Override
    public void close() {
        var open = reader;
        reader = null;
        first.clear();
        if (open != null) {
            open.close();
        }
    }
}
