// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.gateway.Routes;
import io.nightjar.gateway.live.EventLog;
import io.nightjar.gateway.live.Messages;
import io.nightjar.gateway.pictures.PictureFeeds;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Guard;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.Callers;
import io.nightjar.gateway.session.SameOrigin;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Opens the live socket of a page. Browsers let any site open sockets here, so the page's origin is checked first. */
@Singleton
class LiveSocketRoute {
    private static final Logger LOG = Logger.getLogger(LiveSocketRoute.class);

    private final Guard guard;
    private final Subscriber subscriber;
    private final EventLog log;
    private final Messages messages;
    private final PictureFeeds feeds;
    private final HeadMeans means;
    private final Farewell farewell;
    private final Vertx vertx;

    LiveSocketRoute(
            Guard guard,
            Subscriber subscriber,
            EventLog log,
            Messages messages,
            PictureFeeds feeds,
            HeadMeans means,
            Farewell farewell,
            Vertx vertx) {
        this.guard = guard;
        this.subscriber = subscriber;
        this.log = log;
        this.messages = messages;
        this.feeds = feeds;
        this.means = means;
        this.farewell = farewell;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/live").order(Routes.CHANNELS).handler(this::open);
    }

    private void open(RoutingContext context) {
        try {
            guard.check(context, Action.BROWSE);
            var caller =
                    Callers.of(context).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Sign in first."));
            check(context, caller);
            context.request()
                    .toWebSocket()
                    .onSuccess(socket ->
                            new LiveSocket(socket, caller, subscriber, log, messages, feeds, means, farewell, vertx))
                    .onFailure(failure -> LOG.debugf("A live socket was not opened: %s", failure.getMessage()));
        } catch (Problem problem) {
            ProblemResponse.send(context, problem);
        }
    }

    private static void check(RoutingContext context, Caller caller) {
        if (caller.byCookie() && !SameOrigin.isProven(context.request())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "A page of another site cannot open this channel.");
        }
        if (!"websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"))) {
            throw Problem.invalid("This address speaks WebSocket; for server-sent events use /api/events.");
        }
    }
}
