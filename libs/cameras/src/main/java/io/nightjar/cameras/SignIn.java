// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One request to one address, and once more with an answer to the camera's challenge. */
record SignIn(HttpAsk ask, HttpTarget target, LinkKey key, KeptLinks kept, Deadline deadline) {

    HttpExchange exchange() throws IOException {
        var exchange = first();
        if (exchange.status() != 401 || ask.credentials().isEmpty()) {
            return exchange;
        }
        var second = again(exchange);
        if (second.status() == 401 && Challenged.onlyStale(second)) {
            second = again(second);
        }
        if (second.status() == 401) {
            throw refused(second);
        }
        return second;
    }

    private HttpExchange first() throws IOException {
        var link = ask.isRepeatable() ? kept.take(key) : Optional.<HttpLink>empty();
        if (link.isPresent()) {
            try {
                return over(link.get(), link.get().challenged().answer(ask, target), false);
            } catch (SocketTimeoutException slow) {
                throw slow;
            } catch (IOException closedMeanwhile) {
                // As cameras may at any time: on a new one then.
            }
        }
        return over(
                HttpLink.open(key, deadline),
                Optional.empty(),
                ask.credentials().isEmpty());
    }

    /** On the same connection where the camera keeps it: some know a nonce only there. */
    private HttpExchange again(HttpExchange refusal) throws IOException {
        var challenged = refusal.link().challenged();
        var authorization = authorization(challenged, refusal);
        if (refusal.drained()) {
            try {
                return over(refusal.link(), authorization, true);
            } catch (SocketTimeoutException slow) {
                throw slow;
            } catch (IOException closedMeanwhile) {
                // The same answer will do elsewhere.
            }
        }
        refusal.close();
        var link = HttpLink.open(key, deadline);
        link.challenged(challenged);
        return over(link, authorization, true);
    }

    private Optional<String> authorization(Challenged challenged, HttpExchange refusal) {
        challenged.by(refusal);
        var authorization = challenged.answer(ask, target);
        if (authorization.isEmpty()) {
            refusal.close();
            throw new CameraFailure(ErrorKind.AUTH, "The camera asks for a sign-in that is not understood.");
        }
        return authorization;
    }

    private HttpExchange over(HttpLink link, Optional<String> authorization, boolean last) throws IOException {
        try {
            return link.ask(ask, target, authorization, last && !ask.isRepeatable(), deadline);
        } catch (IOException | RuntimeException failure) {
            link.close();
            throw failure;
        }
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
