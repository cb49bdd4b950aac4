// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.RtspPreflight;
import io.nightjar.cameras.StreamAddresses;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.MediaException;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.PacketReader;
import io.nightjar.media.ReaderOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One camera read by libav: each candidate address is asked politely first, then opened over one transport or another. */
final class LibavSession implements CameraSession {

    /** Longer than the machine's own patience: it decides when silence has lasted too long. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    /** Another path of the same camera may work after these; after the rest it would fail alike, or lock the account. */
    private static final Set<ErrorKind> TRY_ANOTHER_ADDRESS =
            EnumSet.of(ErrorKind.NOT_FOUND, ErrorKind.PROTOCOL, ErrorKind.CODEC, ErrorKind.REFUSED);

    private final SessionPlan plan;
    private final RtspPreflight preflight;
    private final Duration connectTimeout;
    private volatile PacketReader.@Nullable Opening opening;
    private volatile boolean interrupted;
    private @Nullable PacketReader reader;

    LibavSession(SessionPlan plan, RtspPreflight preflight, Duration connectTimeout) {
        this.plan = plan;
        this.preflight = preflight;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public Opened open() {
        var failure = new CameraFailure(ErrorKind.CONFIG, "The stream has no address.");
        for (var candidate : candidates()) {
            try {
                return open(candidate);
            } catch (CameraFailure failed) {
                failure = failed;
                if (interrupted || !TRY_ANOTHER_ADDRESS.contains(failed.kind())) {
                    break;
                }
            }
        }
        throw failure;
    }

    private List<UrlTemplate> candidates() {
        var all = new ArrayList<>(StreamAddresses.candidates(plan.camera(), plan.role(), plan.device()));
        plan.remembered().ifPresent(worked -> {
            // Only among today's candidates: an address of an earlier configuration is not dialled.
            int known = all.indexOf(new UrlTemplate(worked.address()));
            if (known > 0) {
                all.addFirst(all.remove(known));
            }
        });
        return all;
    }

    private Opened open(UrlTemplate candidate) {
        var answer = preflight.ask(candidate, plan.credentials(), plan.camera().origin(), connectTimeout);
        var url = answer.dialled(plan.credentials());
        var transports = candidate.rtsp() ? plan.transports() : List.of(Transport.TCP);
        CameraFailure failure = null;
        for (var transport : transports) {
            try {
                return open(candidate, url, transport);
            } catch (MediaException failed) {
                failure = Sentences.of(failed);
                if (interrupted || failed.kind() == ErrorKind.AUTH) {
                    break;
                }
            }
        }
        throw failure == null ? new CameraFailure(ErrorKind.CONFIG, "No transport is allowed.") : failure;
    }

    private Opened open(UrlTemplate candidate, String url, Transport transport) {
        var known = plan.remembered()
                .filter(worked -> worked.address().equals(candidate.template()))
                .map(Remembered::formats)
                .orElse(List.of());
        var options = new ReaderOptions(url, transport, connectTimeout, READ_TIMEOUT, known);
        var attempt = PacketReader.prepare(options);
        opening = attempt;
        if (interrupted) {
            attempt.interrupt();
        }
        var opened = attempt.open();
        reader = opened;
        var tracks = opened.tracks();
        if (tracks.stream().noneMatch(track -> track.video())) {
            throw new CameraFailure(ErrorKind.CODEC, "The camera sends no picture in a format that is understood.");
        }
        return new Opened(tracks, transport, new Remembered(candidate.template(), transport, tracks));
    }

    @Override
    public boolean read(PacketHandler handler) {
        var open = reader;
        if (open == null) {
            throw new IllegalStateException("The session is not open");
        }
        try {
            return open.read(handler);
        } catch (MediaException failed) {
            throw Sentences.of(failed);
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        var current = opening;
        if (current != null) {
            current.interrupt();
        }
    }

    @Override
    public void close() {
        var open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
