// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that wait for a subscriber, or a subscriber that waits for messages. Lives on the event loop. */
final class EventQueue {

    private final Vertx vertx;
    private final List<String> messages = new ArrayList<>();
    private Instant end;
    private @Nullable Promise<List<String>> waiting;

    EventQueue(Vertx vertx, Instant end) {
        this.vertx = vertx;
        this.end = end;
    }

    Instant end() {
        return end;
    }

    void renew(Instant later) {
        end = later;
    }

    void add(String message) {
        messages.add(message);
        hand();
    }

    /** At once when there are messages, else when the first comes or the time is over. */
    Future<List<String>> take(Duration longest) {
        hand();
        var promise = Promise.<List<String>>promise();
        waiting = promise;
        if (messages.isEmpty()) {
            vertx.setTimer(Math.max(1, longest.toMillis()), over -> {
                if (waiting == promise) {
                    hand();
                }
            });
        } else {
            hand();
        }
        return promise.future();
    }

    private void hand() {
        var promise = waiting;
        if (promise != null) {
            waiting = null;
            var handed = List.copyOf(messages);
            messages.clear();
            promise.complete(handed);
        }
    }
}
