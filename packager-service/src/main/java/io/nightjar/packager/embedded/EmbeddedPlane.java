// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.embedded;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.engine.Engine;
import io.nightjar.engine.EngineOptions;
import io.nightjar.engine.hls.HlsReply;
import io.nightjar.engine.whep.WhepException;
import io.nightjar.engine.whep.WhepServer;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.StreamPassword;
import io.nightjar.packager.PackagerConfig;
import io.nightjar.packager.demand.Demand;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.MediaReply;
import io.nightjar.packager.plane.PathState;
import io.nightjar.packager.plane.SessionPatch;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The media plane by the engine in this process. */
public final class EmbeddedPlane implements MediaPlane {

    private final Engine engine;
    private final PathStates states;
    private final EngineDoor door;

    EmbeddedPlane(Engine engine, EngineDoor door) {
        this.engine = engine;
        this.door = door;
        this.states = new PathStates(engine.paths());
    }

    public static EmbeddedPlane open(
            PackagerConfig config,
            boolean lan,
            Vertx vertx,
            ServiceToken serviceToken,
            StreamPassword streamPassword,
            MediaTokens tokens,
            Demand demand,
            Clock clock) {
        var door = new EngineDoor(serviceToken, streamPassword, tokens, demand::asked);
        var options = new EngineOptions(
                lan ? "0.0.0.0" : "127.0.0.1",
                config.rtspPort(),
                config.webrtcPort(),
                config.addresses().orElse(List.of()));
        return new EmbeddedPlane(Engine.start(options, door, vertx, clock), door);
    }

    @Override
    public String engine() {
        return "embedded";
    }

    @Override
    public void streams(Set<StreamId> wanted) {
        door.publishable(wanted);
        engine.paths().all().stream()
                .filter(path -> !wanted.contains(path.id().stream()))
                .forEach(path -> engine.paths().close(path.id(), "The camera was removed"));
    }

    @Override
    public CompletionStage<MediaReply> hls(MediaPathName path, String file, Map<String, String> query) {
        return engine.hls().get(path, file, query).thenApply(EmbeddedPlane::reply);
    }

    private static MediaReply reply(HlsReply reply) {
        return new MediaReply(
                reply.status(),
                Map.of("content-type", reply.contentType(), "cache-control", reply.cacheControl()),
                Buffer.buffer(reply.body()));
    }

    @Override
    public CompletionStage<MediaReply> offer(MediaPathName path, String sdp) {
        return problems(engine.whep().offer(path, sdp)).thenApply(EmbeddedPlane::created);
    }

    private static MediaReply created(WhepServer.Answer answer) {
        var headers = Map.of(
                "content-type",
                "application/sdp",
                "location",
                answer.sessionId(),
                "etag",
                answer.etag(),
                "accept-patch",
                "application/trickle-ice-sdpfrag");
        return new MediaReply(201, headers, Buffer.buffer(answer.sdp()));
    }

    @Override
    public CompletionStage<MediaReply> patch(MediaPathName path, String session, SessionPatch patch) {
        if (patch.contentType() == null || !patch.contentType().startsWith("application/trickle-ice-sdpfrag")) {
            return CompletableFuture.failedFuture(
                    Problem.ofStatus(415, "A change to a session is of the type application/trickle-ice-sdpfrag."));
        }
        return done(204, () -> engine.whep().patch(session, patch.ifMatch(), patch.body()));
    }

    @Override
    public CompletionStage<MediaReply> delete(MediaPathName path, String session) {
        return done(200, () -> engine.whep().delete(session));
    }

    private static CompletionStage<MediaReply> done(int status, Runnable work) {
        try {
            work.run();
            return CompletableFuture.completedFuture(new MediaReply(status, Map.of(), Buffer.buffer()));
        } catch (WhepException refusal) {
            return CompletableFuture.failedFuture(problem(refusal));
        }
    }

    private static <T> CompletionStage<T> problems(CompletionStage<T> stage) {
        return stage.exceptionallyCompose(failure -> {
            var cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return CompletableFuture.failedFuture(cause instanceof WhepException refusal ? problem(refusal) : failure);
        });
    }

    private static Problem problem(WhepException refusal) {
        return Problem.ofStatus(refusal.kind().status(), String.valueOf(refusal.getMessage()));
    }

    @Override
    public List<PathState> paths() {
        return states.all();
    }

    @Override
    public void listen(Consumer<PathState> listener) {
        states.listen(listener);
    }

    @Override
    public int rtspPort() {
        return engine.rtsp().port();
    }

    @Override
    public void close() {
        engine.close();
    }
}
