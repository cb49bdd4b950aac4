// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import io.nightjar.gateway.Routes;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds out who asks, before anything answers. What they may do is not decided here; only a foreign page that rides on a
 * browser's cookie is turned away at once.
 */
@Singleton
class SessionFilter {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, Routes.SESSION_FILTER);
    }

    private void filter(RoutingContext context) {
        if (context.normalizedPath().startsWith("/internal/")) {
            context.next();
            return;
        }
        var caller = find(context);
        caller.ifPresent(found -> Callers.remember(context, found));
        boolean riskable = caller.isPresent() && caller.get().byCookie();
        if (riskable && !SameOrigin.isSafe(context.request().method()) && !SameOrigin.isProven(context.request())) {
            ProblemResponse.send(
                    context,
                    Problem.of(Problem.Kind.FORBIDDEN, "A page of another site asked for this, so it was not done.")
                            .withHint("Programs sign in with an Authorization header instead of the cookie."));
            return;
        }
        context.next();
    }

    /** A token that was shown and is not good is not helped by a cookie: the program should hear of it. */
    private Optional<Caller> find(RoutingContext context) {
        var shown = context.request().getHeader("Authorization");
        if (shown != null && shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var token = new SessionToken(shown.substring(BEARER.length()).strip());
            return sessions.find(token, false);
        }
        return SessionCookie.read(context.request()).flatMap(token -> sessions.find(token, true));
    }
}
