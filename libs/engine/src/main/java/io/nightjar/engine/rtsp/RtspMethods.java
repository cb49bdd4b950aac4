// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.Door.Verdict;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.rtsp.Admission.Wish;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.TransportHeader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection. */
final class RtspMethods {

    private static final String PUBLIC =
            "DESCRIBE, ANNOUNCE, SETUP, PLAY, RECORD, PAUSE, GET_PARAMETER, SET_PARAMETER, TEARDOWN";

    /** The server keeps a session for longer: Media Foundation pings exactly at the limit it was told. */
    private static final String SESSION_TIMEOUT = ";timeout=55";

    /** GStreamer's rtspclientsink loses the answer to SETUP when it comes at once; the delay is MediaMTX's. */
    private static final long GSTREAMER_DELAY_MILLIS = 1000;

    private final RtspContext context;
    private final RtspConnection connection;
    private final Admission admission;
    private @Nullable MediaSession session;

    RtspMethods(RtspContext context, RtspConnection connection) {
        this.context = context;
        this.connection = connection;
        this.admission = new Admission(context.door());
    }

    Future<RtspResponse> handle(RtspRequest request) {
        if (request.cseq().isEmpty()) {
            return Future.failedFuture(new RtspException(400, "CSeq is missing"));
        }
        boolean known = session != null
                && request.session().filter(session.id()::equals).isPresent();
        if (request.session().isPresent() && !known && !request.method().equals("OPTIONS")) {
            return Future.succeededFuture(RtspResponse.to(request, 454));
        }
        try {
            return dispatch(request).map(this::withSession);
        } catch (RtspException refused) {
            return Future.failedFuture(refused);
        }
    }

    private Future<RtspResponse> dispatch(RtspRequest request) {
        return switch (request.method()) {
            case "OPTIONS" ->
                Future.succeededFuture(RtspResponse.to(request, 200).with("Public", PUBLIC));
            case "GET_PARAMETER" ->
                Future.succeededFuture(RtspResponse.to(request, 200).with("Content-Type", "text/parameters"));
            case "SET_PARAMETER" -> Future.succeededFuture(RtspResponse.to(request, 200));
            case "DESCRIBE" -> admitted(request, Wish.READ, address -> describe(request, address));
            case "ANNOUNCE" -> admitted(request, Wish.PUBLISH, address -> announce(request, address));
            case "SETUP" -> setup(request);
            case "PLAY" -> Future.succeededFuture(current().play(request));
            case "RECORD" -> Future.succeededFuture(current().record(request));
            case "PAUSE" -> Future.succeededFuture(current().pause(request));
            case "TEARDOWN" -> teardown(request);
            default -> Future.succeededFuture(RtspResponse.to(request, 501));
        };
    }

    void interleaved(int channel, ByteBuffer payload) {
        if (session != null) {
            session.interleaved(channel, payload);
        }
    }

    void tick(long nowMicros) {
        if (session != null) {
            session.tick(nowMicros);
        }
    }

    boolean running() {
        return session != null && session.running();
    }

    boolean exhausted() {
        return admission.exhausted();
    }

    void end(String reason) {
        if (session != null) {
            session.end(reason);
            session = null;
        }
    }

    private Future<RtspResponse> describe(RtspRequest request, StreamAddress address) {
        return find(address).map(path -> {
            var base = request.uri().endsWith("/") ? request.uri() : request.uri() + "/";
            return RtspResponse.to(request, 200)
                    .with("Content-Base", base)
                    .withBody("application/sdp", PlaySession.describe(path).write());
        });
    }

    private Future<RtspResponse> announce(RtspRequest request, StreamAddress address) {
        if (session != null) {
            throw new RtspException(455, "This connection already has a session");
        }
        if (!request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("application/sdp")) {
            throw new RtspException(400, "ANNOUNCE carries a session description");
        }
        if (context.paths().find(address.stream()).isPresent()) {
            throw PublishSession.taken();
        }
        var announced = Announced.of(Sdp.parse(request.body()));
        session = new PublishSession(context, connection, address.stream(), announced);
        // The session is told of with the first SETUP, as everywhere else.
        return Future.succeededFuture(RtspResponse.to(request, 200));
    }

    private Future<RtspResponse> setup(RtspRequest request) {
        var current = session;
        if (current instanceof PublishSession) {
            return admitted(request, Wish.PUBLISH, address -> delayed(request, current.setup(request, address)));
        }
        var offers = TransportHeader.parse(request.header("Transport").orElse(""));
        if (offers.stream().anyMatch(TransportHeader::recording)) {
            throw new RtspException(455, "ANNOUNCE comes before SETUP");
        }
        return admitted(
                request,
                Wish.READ,
                address -> current != null
                        ? Future.succeededFuture(current.setup(request, address))
                        : find(address).map(path -> begin(path, request, address)));
    }

    private RtspResponse begin(MediaPath path, RtspRequest request, StreamAddress address) {
        if (connection.closed()) {
            throw new RtspException(408, "The client did not wait");
        }
        var playing = new PlaySession(context, connection, path, address.stream());
        var response = playing.setup(request, address);
        session = playing;
        return response;
    }

    private Future<RtspResponse> delayed(RtspRequest request, RtspResponse response) {
        boolean gstreamer = request.header("User-Agent").orElse("").startsWith("GStreamer");
        return gstreamer ? after(GSTREAMER_DELAY_MILLIS, () -> response) : Future.succeededFuture(response);
    }

    private Future<RtspResponse> teardown(RtspRequest request) {
        var ended = current();
        session = null;
        ended.end("The client ended the session");
        return Future.succeededFuture(RtspResponse.to(request, 200).with("Session", ended.id()));
    }

    /** The path that carries a stream, which may have to be opened first. */
    private Future<MediaPath> find(StreamAddress address) {
        return onLoop(context.door().wanted(address.stream()).thenCompose(carrier -> context.paths()
                        .await(carrier, context.options().patience())))
                .recover(failure -> Future.failedFuture(Failures.notFound(failure)));
    }

    private <T> Future<T> onLoop(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, connection.loop());
    }

    private interface Next {
        Future<RtspResponse> with(StreamAddress address);
    }

    private Future<RtspResponse> admitted(RtspRequest request, Wish wish, Next next) {
        var address = StreamAddress.parse(request.uri())
                .orElseThrow(() -> new RtspException(404, "A stream is asked for as /camera/main or /camera/sub"));
        var verdict = admission.ask(request, address, wish);
        if (verdict == Verdict.ALLOWED) {
            return next.with(address);
        }
        var refusal = admission.refusal(request, verdict);
        return admission.showedSomething(request, address)
                ? after(context.options().wrongPasswordDelay().toMillis(), () -> refusal)
                : Future.succeededFuture(refusal);
    }

    private Future<RtspResponse> after(long millis, Supplier<RtspResponse> response) {
        Promise<RtspResponse> promise = Promise.promise();
        context.vertx().setTimer(Math.max(1, millis), id -> promise.complete(response.get()));
        return promise.future();
    }

    private MediaSession current() {
        if (session == null) {
            throw new RtspException(454, "Session Not Found");
        }
        return session;
    }

    private RtspResponse withSession(RtspResponse response) {
        boolean untold = session instanceof PublishSession publishing && !publishing.told();
        return session == null || untold || response.header("Session").isPresent()
                ? response
                : response.with("Session", session.id() + SESSION_TIMEOUT);
    }
}
