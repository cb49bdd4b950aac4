// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.TransportHeader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One RTSP connection: reads requests, answers them in order, holds the session that was set up on it. */
final class CameraConnection {

    private static final Logger LOG = Logger.getLogger(CameraConnection.class);
    private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, SET_PARAMETER, TEARDOWN";
    private static final String CONTROL = "trackID=0";

    private final NetSocket socket;
    private final RtspSetup setup;
    private final Behaviour behaviour;
    private final UdpPorts udp;
    private final Vertx vertx;
    private final BooleanSupplier room;
    private final Gate gate;
    private final RtspParser parser = new RtspParser();
    private Future<?> answered = Future.succeededFuture();
    private @Nullable CameraSession session;

    CameraConnection(
            NetSocket socket, RtspSetup setup, Behaviour behaviour, UdpPorts udp, Vertx vertx, BooleanSupplier room) {
        this.socket = socket;
        this.setup = setup;
        this.behaviour = behaviour;
        this.udp = udp;
        this.vertx = vertx;
        this.room = room;
        this.gate = new Gate(setup, behaviour);
        socket.handler(this::received);
        socket.exceptionHandler(
                failure -> LOG.debugf("connection failed camera=%s cause=%s", setup.name(), failure.getMessage()));
    }

    boolean hasSession() {
        return session != null;
    }

    Future<Void> close() {
        return socket.close();
    }

    /** The connection is closed. */
    void ended() {
        endSession();
    }

    private void received(Buffer bytes) {
        try {
            parser.feed(bytes.getBytes(), this::item);
        } catch (RtspException malformed) {
            LOG.infof("closed a connection camera=%s cause=%s", setup.name(), malformed.getMessage());
            socket.close();
        }
    }

    private void item(RtspItem item) {
        // Receiver reports and responses need no answer.
        if (item instanceof RtspRequest request) {
            answered = answered.compose(previous -> late())
                    .compose(now -> answer(request))
                    .recover(failure -> Future.succeededFuture(failed(request, failure)))
                    .onSuccess(this::send);
        }
    }

    private Future<Void> late() {
        var delay = behaviour.answerDelay();
        return delay.isZero()
                ? Future.succeededFuture()
                : vertx.timer(delay.toMillis()).mapEmpty();
    }

    private RtspResponse failed(RtspRequest request, Throwable failure) {
        LOG.errorf(failure, "could not answer camera=%s method=%s", setup.name(), request.method());
        return RtspResponse.to(request, 500);
    }

    private void send(RtspResponse response) {
        socket.write(Buffer.buffer(response.toBytes()));
        var current = session;
        // The answer goes first: clients expect packets only after it.
        if (current != null && response.header("RTP-Info").isPresent()) {
            current.play();
        }
    }

    private Future<RtspResponse> answer(RtspRequest request) {
        if (request.cseq().isEmpty()) {
            return done(RtspResponse.to(request, 400));
        }
        if (request.method().equals("OPTIONS")) {
            return done(RtspResponse.to(request, 200).with("Public", METHODS));
        }
        if (!gate.admits(request)) {
            return done(gate.challenge(request));
        }
        return switch (request.method()) {
            case "DESCRIBE" -> describe(request);
            case "SETUP" -> done(setUp(request));
            case "PLAY" -> done(play(request));
            case "GET_PARAMETER", "SET_PARAMETER" -> done(ok(request));
            case "TEARDOWN" -> done(tearDown(request));
            default -> done(RtspResponse.to(request, 501));
        };
    }

    private static Future<RtspResponse> done(RtspResponse response) {
        return Future.succeededFuture(response);
    }

    private Future<RtspResponse> describe(RtspRequest request) {
        var stream = StreamPath.of(request.uri());
        var feed = setup.streams().find(stream);
        if (feed.isEmpty()) {
            return done(RtspResponse.to(request, 404));
        }
        return Future.fromCompletionStage(feed.get().describe(CONTROL), vertx.getOrCreateContext())
                .map(media -> RtspResponse.to(request, 200)
                        .with("Content-Base", stream.base())
                        .withBody(
                                "application/sdp",
                                Sdp.of(setup.name(), List.of(media)).write()));
    }

    private RtspResponse setUp(RtspRequest request) {
        var feed = setup.streams().find(StreamPath.of(request.uri()));
        if (feed.isEmpty()) {
            return RtspResponse.to(request, 404);
        }
        if (session == null && !room.getAsBoolean()) {
            return RtspResponse.to(request, 453);
        }
        var offer = offer(request);
        if (offer.isEmpty()) {
            return turnedDown(request);
        }
        endSession();
        var agreed = agreed(offer.get());
        var created = new CameraSession(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()),
                feed.get(),
                wire(agreed),
                behaviour,
                vertx.getOrCreateContext());
        session = created;
        return ok(request).with("Transport", agreed.withSsrc(created.ssrc()).toString());
    }

    private RtspResponse turnedDown(RtspRequest request) {
        return setup.udpRefusal().get() == RtspSetup.UdpRefusal.SIGN_IN_FAILS
                ? gate.challenge(request)
                : RtspResponse.to(request, 461);
    }

    private Optional<TransportHeader> offer(RtspRequest request) {
        return TransportHeader.parse(request.header("Transport").orElse("")).stream()
                .filter(offer -> !offer.multicast() && !offer.recording() && served(offer))
                .findFirst();
    }

    private boolean served(TransportHeader offer) {
        return switch (offer.lower()) {
            case TCP -> setup.transports().contains(Transport.TCP);
            case UDP -> setup.transports().contains(Transport.UDP) && offer.clientPort() != null;
            case OTHER -> false;
        };
    }

    private TransportHeader agreed(TransportHeader offer) {
        if (offer.lower() == TransportHeader.Lower.UDP) {
            return offer.withServerPort(new TransportHeader.Pair(udp.port(), udp.port() + 1));
        }
        return offer.interleaved() == null ? TransportHeader.tcp(0) : offer;
    }

    private Wire wire(TransportHeader agreed) {
        var channels = agreed.interleaved();
        var ports = agreed.clientPort();
        if (channels != null) {
            return new Wire.Tcp(socket, channels);
        }
        if (ports != null) {
            return new Wire.Udp(udp, socket.remoteAddress().hostAddress(), ports);
        }
        throw new IllegalStateException("A transport was agreed without channels and ports");
    }

    private RtspResponse play(RtspRequest request) {
        var current = session;
        if (current == null) {
            return RtspResponse.to(request, 455);
        }
        if (!known(request, current)) {
            return RtspResponse.to(request, 454);
        }
        var track = StreamPath.of(request.uri()).base() + CONTROL;
        return ok(request).with("Range", "npt=0.000-").with("RTP-Info", "url=" + track + ";" + current.firstPacket());
    }

    private static boolean known(RtspRequest request, CameraSession current) {
        return request.session().map(current.id()::equals).orElse(true);
    }

    private RtspResponse tearDown(RtspRequest request) {
        var response = ok(request);
        endSession();
        return response;
    }

    private RtspResponse ok(RtspRequest request) {
        var response = RtspResponse.to(request, 200);
        return session == null ? response : response.with("Session", session.id() + ";timeout=60");
    }

    private void endSession() {
        if (session != null) {
            session.stop();
            session = null;
        }
    }
}
