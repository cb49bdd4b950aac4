// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.door;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.nightjar.packager.demand.Demand;
import io.nightjar.packager.demand.Player;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.MediaReply;
import io.nightjar.packager.plane.SessionPatch;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Serves {@code /hls} and {@code /whep}: each request shows a media token for exactly its stream. */
public final class MediaRoutes {

    private static final String BEARER = "Bearer ";
    private static final int LARGEST_OFFER = 64 * 1024;
    private static final String FILE = "[A-Za-z0-9_.-]{1,100}";

    private final MediaPlane plane;
    private final Demand demand;
    private final MediaTokens tokens;

    public MediaRoutes(MediaPlane plane, Demand demand, MediaTokens tokens) {
        this.plane = plane;
        this.demand = demand;
        this.tokens = tokens;
    }

    public void register(Router router) {
        router.route(HttpMethod.GET, "/hls/:camera/:role/:file").handler(this::hls);
        router.route("/whep/:camera/:role")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_OFFER))
                .handler(this::offer);
        router.route("/whep/:camera/:role/:session")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_OFFER))
                .handler(this::session);
    }

    private void hls(RoutingContext context) {
        answer(context, () -> {
            var stream = authorised(context);
            var file = context.pathParam("file");
            if (!file.matches(FILE)) {
                throw Problem.notFound("There is no such part of this stream.");
            }
            return plane.hls(demand.wanted(stream, Player.HLS), file, query(context));
        });
    }

    private void offer(RoutingContext context) {
        answer(context, () -> {
            var stream = authorised(context);
            if (!HttpMethod.POST.equals(context.request().method())) {
                throw Problem.ofStatus(405, "Send an offer here with POST.");
            }
            if (!isType(context, "application/sdp")) {
                throw Problem.ofStatus(415, "An offer is of the type application/sdp.");
            }
            return plane.offer(demand.wanted(stream, Player.WEBRTC), body(context))
                    .thenApply(reply -> located(context, reply));
        });
    }

    private void session(RoutingContext context) {
        answer(context, () -> {
            var path = demand.wanted(authorised(context), Player.WEBRTC);
            var session = context.pathParam("session");
            if (!session.matches(FILE)) {
                throw Problem.notFound("There is no such session.");
            }
            return switch (context.request().method().name()) {
                case "PATCH" ->
                    plane.patch(
                            path,
                            session,
                            new SessionPatch(
                                    context.request().getHeader("Content-Type"),
                                    context.request().getHeader("If-Match"),
                                    body(context)));
                case "DELETE" -> plane.delete(path, session);
                default -> throw Problem.ofStatus(405, "A session takes PATCH and DELETE.");
            };
        });
    }

    /** The stream of the address, if the token in the request is for it. */
    private StreamId authorised(RoutingContext context) {
        var stream = StreamId.parse(context.pathParam("camera") + "/" + context.pathParam("role"))
                .orElseThrow(() -> Problem.notFound("There is no such stream."));
        var header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            throw Problem.of(Problem.Kind.UNAUTHENTICATED, "Sign in to watch.");
        }
        var grant = tokens.verify(header.substring(BEARER.length()))
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Sign in again to watch."));
        if (!grant.stream().equals(stream)) {
            throw Problem.notFound("There is no such stream.");
        }
        return stream;
    }

    private interface Work {
        CompletionStage<MediaReply> run();
    }

    private static void answer(RoutingContext context, Work work) {
        Context home = Vertx.currentContext();
        try {
            work.run()
                    .whenComplete((reply, failure) -> home.runOnContext(done -> {
                        if (failure == null) {
                            send(context, reply);
                        } else {
                            fail(context, failure);
                        }
                    }));
        } catch (Problem problem) {
            ProblemResponse.send(context, problem);
        }
    }

    private static void send(RoutingContext context, MediaReply reply) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        reply.headers().forEach(response::putHeader);
        response.setStatusCode(reply.status());
        response.end(reply.body());
    }

    private static void fail(RoutingContext context, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Problem problem) {
            ProblemResponse.send(context, problem);
        } else {
            context.fail(cause);
        }
    }

    private static MediaReply located(RoutingContext context, MediaReply reply) {
        var id = reply.headers().get("location");
        if (id == null) {
            return reply;
        }
        var headers = new LinkedHashMap<>(reply.headers());
        headers.put("location", context.request().path() + "/" + id);
        return new MediaReply(reply.status(), headers, reply.body());
    }

    private static Map<String, String> query(RoutingContext context) {
        var query = new LinkedHashMap<String, String>();
        context.queryParams().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
        return query;
    }

    private static boolean isType(RoutingContext context, String wanted) {
        var type = context.request().getHeader("Content-Type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(wanted);
    }

    private static String body(RoutingContext context) {
        @Nullable String text = context.body().asString();
        return text == null ? "" : text;
    }
}
