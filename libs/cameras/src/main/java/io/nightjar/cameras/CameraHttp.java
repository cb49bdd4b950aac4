// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The one HTTP client for cameras. Every address is checked before it is dialled, after redirects too; every wait ends;
 * every connection is closed, soon after the last request it was kept for; a password that was refused is not tried again. Blocks; an interrupt of the calling thread
 * ends it. Failures are {@link CameraFailure} and hold no secrets.
 */
public final class CameraHttp {

    private static final int MAX_REDIRECTS = 3;

    private final Resolver resolver;
    private final HostGate gate = new HostGate();
    private final KeptLinks kept = new KeptLinks();

    public CameraHttp(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Sends and takes the whole answer, whatever its status; only a refused sign-in fails. */
    public HttpAnswer send(HttpAsk ask, Duration timeout) {
        var deadline = Deadline.in(timeout);
        try (var exchange = exchange(ask, deadline, true)) {
            var answer = exchange.whole(ask.maxBody());
            if (ask.isRepeatable() && exchange.leavesLink()) {
                kept.keep(exchange.takeLink());
            }
            return answer;
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
            var exchange =
                    new SignIn(trusted, current, LinkKey.of(trusted, current, address), kept, deadline).exchange();
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
}
