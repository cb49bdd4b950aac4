// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Connections that cameras leave open between one order and the next, one each: an order over a new one takes three times
 * as long, with TLS and sign-in.
 */
final class KeptLinks {

    /** Less than most cameras keep a silent connection, of which they have few. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Another one each time that a connection is put down, so that none is closed for an earlier silence. */
    private record Rest(HttpLink link, long since) {}

    private final Map<LinkKey, Rest> resting = new ConcurrentHashMap<>();

    /** One that the camera has not closed meanwhile; nobody else gets it until it is kept again. */
    Optional<HttpLink> take(LinkKey key) {
        var rest = resting.remove(key);
        if (rest == null) {
            return Optional.empty();
        }
        if (rest.link().isQuiet()) {
            return Optional.of(rest.link());
        }
        rest.link().close();
        return Optional.empty();
    }

    void keep(HttpLink link) {
        var rest = new Rest(link, System.nanoTime());
        var other = resting.put(link.key(), rest);
        if (other != null) {
            other.link().close();
        }
        CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (resting.remove(link.key(), rest)) {
                        link.close();
                    }
                });
    }
}
