// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Who is signed in to the console. Safe for many threads. */
final class ConsoleSessions {

    private static final String COOKIE = "TOKEN";
    private static final String TOKEN = "X-CSRF-Token";
    private static final int NEW_COOKIE_EVERY = 10;

    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<ConsoleSession> sessions = new ArrayList<>();
    private int logins;

    ConsoleSessions(Duration lifetime, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Signs a client in: its cookie and token go with the answer. */
    synchronized void begin(HttpServerRequest request) {
        logins++;
        var session = new ConsoleSession(clock.instant().plus(lifetime));
        sessions.add(session);
        giveCookie(request, session);
        giveToken(request, session);
    }

    /** The session of a request, whose answer gets a new token and now and then a new cookie. */
    synchronized Optional<ConsoleSession> of(HttpServerRequest request) {
        var now = clock.instant();
        sessions.removeIf(session -> session.over(now));
        var cookie = request.getCookie(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        var found = sessions.stream()
                .filter(session -> session.knowsCookie(cookie.getValue()))
                .findFirst();
        found.ifPresent(session -> rotate(request, session));
        return found;
    }

    private void rotate(HttpServerRequest request, ConsoleSession session) {
        if (mayWrite(request, session)) {
            giveToken(request, session);
            if (session.use() % NEW_COOKIE_EVERY == 0) {
                giveCookie(request, session);
            }
        }
    }

    /** Requests that change something must show a token; all others may. */
    synchronized boolean mayWrite(HttpServerRequest request, ConsoleSession session) {
        return request.method().equals(HttpMethod.GET)
                || session.knowsToken(
                        Optional.ofNullable(request.getHeader(TOKEN)).orElse(""));
    }

    synchronized void end(ConsoleSession session) {
        sessions.remove(session);
    }

    synchronized void endAll() {
        sessions.clear();
    }

    private void giveCookie(HttpServerRequest request, ConsoleSession session) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var value = "eyJhbGciOiJIUzI1NiJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session.newCookie(value);
        request.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setSecure(true)
                        .setHttpOnly(true));
    }

    private void giveToken(HttpServerRequest request, ConsoleSession session) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var value = HexFormat.of().formatHex(bytes);
        session.newToken(value);
        request.response().putHeader(TOKEN, value);
    }

    synchronized int logins() {
        return logins;
    }

    synchronized int open() {
        var now = clock.instant();
        sessions.removeIf(session -> session.over(now));
        return sessions.size();
    }
}
