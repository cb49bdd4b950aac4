// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.gateway.Routes;
import io.nightjar.gateway.live.EventLog;
import io.nightjar.gateway.live.Messages;
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
import java.util.Optional;

/** Server-sent events for programs; pages use the live socket. */
@Singleton
class EventStreamRoute {
    private final Guard guard;
    private final Subscriber subscriber;
    private final EventLog log;
    private final Messages messages;
    private final Vertx vertx;

    EventStreamRoute(Guard guard, Subscriber subscriber, EventLog log, Messages messages, Vertx vertx) {
        this.guard = guard;
        this.subscriber = subscriber;
        this.log = log;
        this.messages = messages;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/events").order(Routes.CHANNELS).handler(this::open);
    }

    private void open(RoutingContext context) {
        try {
            guard.check(context, Action.BROWSE);
            var caller =
                    Callers.of(context).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Sign in first."));
            var resume = Optional.ofNullable(context.request().getHeader("Last-Event-ID"));
            new EventStream(context.response(), caller, resume, subscriber, log, messages, vertx);
        } catch (Problem problem) {
            ProblemResponse.send(context, problem);
        }
    }
}
