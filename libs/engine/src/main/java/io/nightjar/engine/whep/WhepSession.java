// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.contracts.stream.MediaPathName;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One player of one stream, from its accepted offer to its end. */
final class WhepSession implements DtlsLink.Listener {

    private static final Logger LOG = Logger.getLogger(WhepSession.class);

    private static final int MOST_REPORTS = 64;

    private final WhepRuntime runtime;
    private final MediaPathName stream;
    private final Agreement agreement;
    private final SessionNames names;
    private final Consumer<WhepSession> onEnd;
    private final Lane lane;
    private final IcePeer peer;
    private final DtlsLink dtls;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger reports = new AtomicInteger();
    private final long began;
    private final Future<?> ticks;
    private volatile SessionStats stats = SessionStats.CONNECTING;
    private @Nullable Srtp srtp;
    private @Nullable SessionMedia media;
    private @Nullable PathFollower follower;

    WhepSession(
            WhepRuntime runtime,
            MediaPathName stream,
            Agreement agreement,
            SessionNames names,
            List<Fingerprint> fingerprints,
            Consumer<WhepSession> onEnd) {
        this.runtime = runtime;
        this.stream = stream;
        this.agreement = agreement;
        this.names = names;
        this.onEnd = onEnd;
        lane = new Lane(runtime.lanes());
        peer = new IcePeer(runtime.clock().instant());
        began = runtime.clock().millis();
        dtls = new DtlsLink(
                runtime.identity(),
                fingerprints,
                datagram -> send(datagram, datagram.length),
                runtime.handshakes(),
                lane,
                this);
        ticks = runtime.lanes().scheduleAtFixedRate(() -> lane.execute(this::tick), 1, 1, TimeUnit.SECONDS);
    }

    SessionNames names() {
        return names;
    }

    MediaPathName stream() {
        return stream;
    }

    SessionStats stats() {
        return stats;
    }

    /** Answers a check from an address; true when the player was not seen there before. On the reading thread. */
    boolean checked(StunRequest request, InetSocketAddress from) {
        byte[] answer = request.success(from, names.password());
        runtime.outlet().send(from, answer, answer.length);
        return peer.checked(
                from, request.priority(), request.nominating(), runtime.clock().instant());
    }

    void handshake(byte[] datagram) {
        dtls.arrived(datagram);
    }

    /** Anybody can forge a sender's address: what is more than a player ever reports is dropped unread. */
    void control(byte[] datagram) {
        if (reports.incrementAndGet() > MOST_REPORTS) {
            reports.decrementAndGet();
            return;
        }
        lane.execute(() -> {
            reports.decrementAndGet();
            heard(datagram);
        });
    }

    private void heard(byte[] datagram) {
        if (srtp == null || media == null || follower == null) {
            return;
        }
        try {
            var opened = srtp.openControl(datagram);
            if (opened.isPresent() && media.heard(Feedback.parse(opened.get()))) {
                follower.replay();
            }
        } catch (GeneralSecurityException forged) {
            LOG.debugf("Report ignored: stream=%s cause=%s", stream, forged.getMessage());
        }
    }

    @Override
    public void secured(SrtpKeys keys) {
        lane.execute(() -> begin(keys));
    }

    private void begin(SrtpKeys keys) {
        if (ended.get()) {
            return;
        }
        srtp = new Srtp(keys);
        var sender = new MediaSender(srtp, lane, packet -> send(packet.getBuffer(), packet.getLength()));
        media = new SessionMedia(sender, srtp, agreement, names.sources(), runtime.clock(), this::end);
        follower = new PathFollower(
                runtime.paths(), stream, runtime.options().absence(), runtime::payloadsOf, lane, media);
        follower.start();
        LOG.infof(
                "WebRTC player connected: path=%s codec=%s protection=%s afterMillis=%d",
                stream,
                agreement.video().codec(),
                keys.profile(),
                runtime.clock().millis() - began);
    }

    @Override
    public void failed(String reason) {
        end("The secure connection failed: " + reason);
    }

    @Override
    public void closedByPeer() {
        end("The player has left");
    }

    private void tick() {
        if (ended.get()) {
            return;
        }
        if (peer.silentFor(runtime.options().consent(), runtime.clock().instant())) {
            end("The player was not heard of for " + runtime.options().consent().toSeconds() + " s");
        } else if (media != null) {
            media.report(false);
            stats = media.stats("live");
        }
    }

    /** Ends the session once, from any thread. */
    void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            ticks.cancel(false);
            onEnd.accept(this);
            lane.execute(() -> finish(reason));
        }
    }

    private void finish(String reason) {
        if (follower != null) {
            follower.close();
        }
        if (media != null) {
            media.report(true);
            stats = media.stats("ended");
        }
        dtls.close();
        LOG.infof(
                "WebRTC player gone: path=%s reason=\"%s\" packets=%d resent=%d",
                stream, reason, stats.packets(), stats.resent());
    }

    private void send(byte[] bytes, int length) {
        var to = peer.selected();
        if (to != null) {
            runtime.outlet().send(to, bytes, length);
        }
    }
}
