// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.gateway.Routes;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Guard;
import io.nightjar.gateway.session.Callers;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands before {@code /hls} and {@code /whep}: asks the policy, then lets the request on with a token for its stream. */
@Singleton
class MediaDoor {
    /** Long enough for a request that waits for its stream, short enough to be of no use when found. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    private static final Pattern PATH = Pattern.compile("/(?:hls|whep)/([^/]+/[^/]+)(?:/[A-Za-z0-9_.-]+)?");
    private static final String BEARER = "Bearer ";

    private final Guard guard;
    private final MediaTokens tokens;
    private final WebRtcSessions sessions;
    private final MediaProxy proxy;
    private final boolean local;

    MediaDoor(Guard guard, MediaTokens tokens, WebRtcSessions sessions, MediaProxy proxy, GatewayConfig config) {
        this.guard = guard;
        this.tokens = tokens;
        this.sessions = sessions;
        this.proxy = proxy;
        this.local = config.media() == GatewayConfig.Media.LOCAL;
        tokens.prepare();
    }

    void register(@Observes Router router) {
        router.route("/hls/*").order(Routes.CHANNELS).handler(this::enter);
        router.route("/whep/*").order(Routes.CHANNELS).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        try {
            var path = context.normalizedPath();
            var matcher = PATH.matcher(path);
            var stream = (matcher.matches() ? StreamId.parse(matcher.group(1)) : java.util.Optional.<StreamId>empty());
            if (!holdsMediaToken(context, stream.orElse(null))) {
                admit(context, stream.orElse(null));
            }
            context.request().headers().remove(HttpHeaders.COOKIE);
            if (local) {
                context.next();
            } else {
                proxy.pass(context, path);
            }
        } catch (Problem problem) {
            ProblemResponse.send(context, problem);
        }
    }

    private void admit(RoutingContext context, @Nullable StreamId stream) {
        guard.check(context, Action.WATCH, stream == null ? "" : stream.camera().value());
        if (stream == null) {
            throw Problem.notFound("There is nothing at this address.");
        }
        var caller = Callers.of(context).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Sign in first."));
        sessions.follow(context, caller, stream);
        var token = tokens.mint(caller.user().name(), stream, LIFE);
        context.request().headers().set(HttpHeaders.AUTHORIZATION, BEARER + token);
    }

    /** A media token opens its own stream, as it does at the packager; packager checks it again. */
    private boolean holdsMediaToken(RoutingContext context, @Nullable StreamId stream) {
        var shown = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return stream != null
                && shown != null
                && shown.startsWith(BEARER)
                && tokens.verify(shown.substring(BEARER.length()))
                        .filter(grant -> grant.stream().equals(stream))
                        .isPresent();
    }
}
