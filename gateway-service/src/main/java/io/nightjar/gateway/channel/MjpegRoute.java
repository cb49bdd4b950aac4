// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.Routes;
import io.nightjar.gateway.live.LiveState;
import io.nightjar.gateway.pictures.FeedKey;
import io.nightjar.gateway.pictures.PictureFeeds;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Guard;
import io.nightjar.gateway.session.Callers;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Moving pictures for everything that can show an image: no player, no script. */
@Singleton
class MjpegRoute {
    private static final int USUAL_FPS = 10;
    private static final int USUAL_WIDTH = 640;

    private final Guard guard;
    private final Subscriber subscriber;
    private final LiveState state;
    private final PictureFeeds feeds;
    private final Vertx vertx;

    MjpegRoute(Guard guard, Subscriber subscriber, LiveState state, PictureFeeds feeds, Vertx vertx) {
        this.guard = guard;
        this.subscriber = subscriber;
        this.state = state;
        this.feeds = feeds;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/cameras/:id/mjpeg").order(Routes.CHANNELS).handler(this::open);
    }

    private void open(RoutingContext context) {
        try {
            var camera = guard.check(context, Action.WATCH, context.pathParam("id"));
            var caller =
                    Callers.of(context).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Sign in first."));
            var wanted = context.request().getParam("role", "sub");
            var role = Role.parse(wanted).orElseThrow(() -> Problem.invalid("The role is main or sub."));
            var source = camera.servedBy(role)
                    .map(serving -> new StreamId(camera.id(), serving))
                    .orElseThrow(() -> Problem.unsupported("This camera has no video."));
            if (state.heard(source).isEmpty()) {
                throw Problem.unavailable("Nothing has been heard of this stream yet; try again in a moment.");
            }
            var key = FeedKey.of(
                    source,
                    number(context.request().getParam("fps"), USUAL_FPS),
                    number(context.request().getParam("width"), USUAL_WIDTH));
            new MjpegStream(context.response(), key, caller, subscriber, feeds, vertx);
        } catch (Problem problem) {
            ProblemResponse.send(context, problem);
        }
    }

    private static int number(@Nullable String text, int usual) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : usual;
    }
}
