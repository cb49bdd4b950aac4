// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.HttpAnswer;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.cameras.SignInPause;
import io.nightjar.cameras.Turn;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One sign-in to a console, shared by all who ask it anything. When it has run out it is renewed once, by one of them. */
final class ProtectSession {

    private static final Logger LOG = Logger.getLogger(ProtectSession.class);

    private final CameraHttp http;
    private final ConsoleAddress console;
    private final Credentials credentials;
    private final SignInPause pause;
    private final Turn signingIn = new Turn();
    private final AtomicLong logins = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicReference<@Nullable Cookies> cookies = new AtomicReference<>();

    ProtectSession(CameraHttp http, ConsoleAddress console, Credentials credentials, Clock clock) {
        this.http = http;
        this.console = console;
        this.credentials = credentials;
        this.pause = new SignInPause(clock);
    }

    /** Sends within the session; a session that ran out is renewed once. */
    HttpAnswer send(HttpAsk ask, Duration timeout) {
        var used = current(0, timeout);
        var answer = once(ask, used, timeout);
        var now = cookies.get();
        if (answer.status() == 401 && now != null && now.generation() == used.generation() && !now.equals(used)) {
            // The session lives: only its proof changed while this request was on its way.
            answer = once(ask, now, timeout);
        }
        if (answer.status() != 401) {
            return answer;
        }
        var second = once(ask, current(used.generation(), timeout), timeout);
        if (second.status() == 401) {
            forget();
            throw pause.after(
                    new CameraFailure(ErrorKind.AUTH, "The console does not accept its own session for this request."),
                    null);
        }
        return second;
    }

    /** The next request signs in anew. */
    void forget() {
        cookies.set(null);
    }

    boolean signedIn() {
        return cookies.get() != null;
    }

    long logins() {
        return logins.get();
    }

    long requests() {
        return requests.get();
    }

    private HttpAnswer once(HttpAsk ask, Cookies current, Duration timeout) {
        pause.check();
        requests.incrementAndGet();
        var answer = http.send(current.on(ask), timeout);
        if (answer.status() == 429) {
            throw pause.after(throttled(), retryAfter(answer));
        }
        keep(current, answer);
        return answer;
    }

    /** Answers may overtake each other: one of an older session renews nothing. */
    private void keep(Cookies used, HttpAnswer answer) {
        cookies.updateAndGet(now -> now != null && now.generation() == used.generation() ? now.after(answer) : now);
    }

    /** The session, if it is a later one than that which ran out; otherwise a new one. */
    private Cookies current(long expired, Duration timeout) {
        var valid = cookies.get();
        if (valid != null && valid.generation() > expired) {
            return valid;
        }
        return signingIn.take(timeout, () -> {
            var now = cookies.get();
            if (now != null && now.generation() > expired) {
                return now;
            }
            var fresh = signIn(timeout);
            cookies.set(fresh);
            return fresh;
        });
    }

    private Cookies signIn(Duration timeout) {
        pause.check();
        var answer = http.send(login(), timeout);
        switch (answer.status()) {
            case 200 -> pause.over();
            case 401 -> throw refused("The console refused the user or the password.");
            case 403 -> throw refused("The console's account may not use Protect; give it a role there.");
            case 499 ->
                throw refused("The console asks for a second factor; use a local account with remote access off.");
            case 429 -> throw pause.after(throttled(), retryAfter(answer));
            default -> answer.orFail();
        }
        var signedIn = Cookies.of(logins.incrementAndGet(), answer);
        LOG.infof("Signed in to the console host=%s logins=%d", console.host(), signedIn.generation());
        return signedIn;
    }

    private HttpAsk login() {
        try {
            var body = ContractsJson.mapper()
                    .writeValueAsBytes(Map.of(
                            "username", credentials.username(),
                            "password", credentials.password(),
                            "rememberMe", false));
            return HttpAsk.post(console.url("/api/auth/login"), console.origin(), "application/json", body)
                    .pinned(console.certificate());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Every text can be written as JSON", impossible);
        }
    }

    private CameraFailure refused(String sentence) {
        LOG.infof("The console refused the sign-in host=%s reason=%s", console.host(), sentence);
        return pause.after(new CameraFailure(ErrorKind.AUTH, sentence), null);
    }

    private static CameraFailure throttled() {
        return new CameraFailure(ErrorKind.RESET, "The console asks for fewer requests; waiting before the next.");
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        return answer.headers()
                .get("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }
}
