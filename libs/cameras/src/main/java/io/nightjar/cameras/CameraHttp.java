// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.rtsp.RtspAuth;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The one HTTP client for cameras. Every address is checked before it is dialled, after redirects too; every wait ends;
 * every connection is closed; a password that was refused is not tried again. Blocks; an interrupt of the calling thread
 * ends it. Failures are {@link CameraFailure} and hold no secrets.
 */
public final class CameraHttp {

    private static final int MAX_REDIRECTS = 3;

    private final Resolver resolver;
    private final HostGate gate = new HostGate();

    public CameraHttp(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Sends and takes the whole answer, whatever its status; only a refused sign-in fails. */
    public HttpAnswer send(HttpAsk ask, Duration timeout) {
        var deadline = Deadline.in(timeout);
        try (var exchange = exchange(ask, deadline, true)) {
            return exchange.whole(ask.maxBody());
        } catch (IOException failure) {
            throw Failures.of(failure, HttpTarget.of(ask.url()).place());
        }
    }

    /**
     * Sends and waits for the answer's head only; its body may be endless.
     *
     * @param timeout until the head must be there, and then for each read, unless changed
     */
    public HttpExchange open(HttpAsk ask, Duration timeout) {
        try {
            var exchange = exchange(ask, Deadline.in(timeout), ask.alone());
            exchange.patience(timeout);
            return exchange;
        } catch (IOException failure) {
            throw Failures.of(failure, HttpTarget.of(ask.url()).place());
        }
    }

    private HttpExchange exchange(HttpAsk ask, Deadline deadline, boolean hold) throws IOException {
        var first = HttpTarget.of(ask.url());
        var pass = gate.enter(first.place(), ask, deadline);
        try {
            var exchange = follow(ask, first, deadline);
            if (hold) {
                exchange.holds(pass);
            } else {
                pass.close();
            }
            return exchange;
        } catch (IOException | RuntimeException failure) {
            pass.close();
            throw failure;
        }
    }

    private HttpExchange follow(HttpAsk ask, HttpTarget first, Deadline deadline) throws IOException {
        var current = first;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            var address = new InetSocketAddress(resolver.resolve(current.host(), ask.origin()), current.port());
            var trusted = current.trustedAs(first) ? ask : ask.forStrangers();
            var exchange = new SignIn(trusted, current, address, deadline).exchange();
            var location = exchange.headers().get("Location");
            if (exchange.status() / 100 != 3 || exchange.status() == 304) {
                return exchange;
            }
            exchange.close();
            current = current.redirected(location.orElseThrow(() -> nowhere(exchange.status())));
        }
        throw new CameraFailure(ErrorKind.PROTOCOL, "The camera redirects in circles.");
    }

    private static CameraFailure nowhere(int status) {
        return status == 300
                ? new CameraFailure(ErrorKind.CONFIG, "The camera wants to be asked over HTTPS; set its https port.")
                : new CameraFailure(ErrorKind.PROTOCOL, "The camera redirects without saying where to.");
    }

    /** One request to one address, and once more with an answer to the challenge. */
    private record SignIn(HttpAsk ask, HttpTarget target, InetSocketAddress address, Deadline deadline) {

        HttpExchange exchange() throws IOException {
            var exchange = begin(Optional.empty(), ask.credentials().isEmpty());
            if (exchange.status() != 401 || ask.credentials().isEmpty()) {
                return exchange;
            }
            var second = again(exchange, authorization(exchange));
            if (second.status() == 401 && stale(second)) {
                second = again(second, authorization(second));
            }
            if (second.status() == 401) {
                throw refused(second);
            }
            return second;
        }

        private HttpExchange begin(Optional<String> authorization, boolean last) throws IOException {
            var link = HttpLink.open(address, target, ask.certificate(), deadline);
            try {
                return link.ask(ask, target, authorization, last, deadline);
            } catch (IOException | RuntimeException failure) {
                link.close();
                throw failure;
            }
        }

        /** On the same connection where the camera keeps it: some know a nonce only there. */
        private HttpExchange again(HttpExchange asked, String authorization) throws IOException {
            if (asked.drained()) {
                try {
                    return asked.link().ask(ask, target, Optional.of(authorization), true, deadline);
                } catch (SocketTimeoutException slow) {
                    asked.close();
                    throw slow;
                } catch (IOException closedMeanwhile) {
                    asked.close();
                    return begin(Optional.of(authorization), true);
                }
            }
            asked.close();
            return begin(Optional.of(authorization), true);
        }

        private String authorization(HttpExchange asked) {
            var challenges = RtspAuth.challenges(asked.headers().all("WWW-Authenticate"));
            var who = ask.credentials().orElseThrow();
            return RtspAuth.answer(challenges, ask.method(), target.path(), who.username(), who.password())
                    .orElseThrow(() -> {
                        asked.close();
                        return new CameraFailure(
                                ErrorKind.AUTH, "The camera asks for a sign-in that is not understood.");
                    });
        }

        /** The password was right and only the nonce had aged. */
        private static boolean stale(HttpExchange refused) {
            return refused.headers().all("WWW-Authenticate").stream()
                    .anyMatch(challenge -> challenge.matches("(?i).*\\bstale\\s*=\\s*\"?true.*"));
        }

        private static CameraFailure refused(HttpExchange second) throws IOException {
            try (second) {
                var text = new String(second.body().readNBytes(500), StandardCharsets.UTF_8);
                return new CameraFailure(
                        ErrorKind.AUTH,
                        text.contains("Locked")
                                ? "The camera has locked this account after wrong passwords; it opens again by itself."
                                : "The camera refused the user or the password.");
            }
        }
    }
}
