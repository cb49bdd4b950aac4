// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** One signed-in client. Its cookie and its token change while it is used; the last few stay good. */
final class ConsoleSession {

    private static final int GOOD_COOKIES = 2;
    /** Many requests may be on their way with the same one, some of them answered late. */
    private static final int GOOD_TOKENS = 32;

    private final Deque<String> cookies = new ArrayDeque<>();
    private final Deque<String> tokens = new ArrayDeque<>();
    private final Instant end;
    private int uses;

    ConsoleSession(Instant end) {
        this.end = end;
    }

    boolean over(Instant now) {
        return !now.isBefore(end);
    }

    boolean knowsCookie(String cookie) {
        return cookies.contains(cookie);
    }

    boolean knowsToken(String token) {
        return tokens.contains(token);
    }

    int use() {
        uses++;
        return uses;
    }

    void newCookie(String cookie) {
        cookies.addFirst(cookie);
        if (cookies.size() > GOOD_COOKIES) {
            cookies.removeLast();
        }
    }

    void newToken(String token) {
        tokens.addFirst(token);
        if (tokens.size() > GOOD_TOKENS) {
            tokens.removeLast();
        }
    }
}
