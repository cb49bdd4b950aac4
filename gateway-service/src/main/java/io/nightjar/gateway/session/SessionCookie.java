// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookie of a signed-in browser. Scripts cannot read it, and other sites cannot make the browser send it. */
public final class SessionCookie {
    static final String NAME = "nightjar_session";

    private SessionCookie() {}

    static Optional<SessionToken> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .map(SessionToken::new);
    }

    public static void set(RoutingContext context, Sessions.Opened opened, Instant now) {
        var end = opened.session().created().plus(Session.LONGEST);
        add(context, opened.token().value(), Duration.between(now, end));
    }

    public static void remove(RoutingContext context) {
        add(context, "", Duration.ZERO);
    }

    private static void add(RoutingContext context, String value, Duration age) {
        context.response()
                .addCookie(Cookie.cookie(NAME, value)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setPath("/")
                        .setSecure(context.request().isSSL())
                        .setMaxAge(age.toSeconds()));
    }
}
