// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;

/**
 * How soon a camera answers what it is told about its head. Orders take effect when they arrive, however late the answer is:
 * that is why a stop must not wait for the move before it. Safe for many threads.
 */
public final class Promptness {

    /** What an order is about. */
    public enum Order {
        MOVE,
        STOP,
        /** Presets, positions, status. */
        OTHER
    }

    private record Manner(Set<Order> late, Duration delay, boolean never) {}

    private static final Manner NORMAL = new Manner(Set.of(), Duration.ZERO, false);

    private volatile Manner manner = NORMAL;

    /** Every answer comes so much later. */
    public void slow(Duration delay) {
        manner = new Manner(Set.of(Order.values()), delay, false);
    }

    /** Answers to moves come so much later; stops are answered at once. */
    public void slowMoves(Duration delay) {
        manner = new Manner(Set.of(Order.MOVE), delay, false);
    }

    /** Moves are never answered; stops are, at once. */
    public void hangMoves() {
        manner = new Manner(Set.of(Order.MOVE), Duration.ZERO, true);
    }

    /** Nothing is answered any more. */
    public void hang() {
        manner = new Manner(Set.of(Order.values()), Duration.ZERO, true);
    }

    public void normal() {
        manner = NORMAL;
    }

    /** Completes when the answer is due: at once, later, or never. */
    public Future<Void> due(Order order, Vertx vertx) {
        var now = manner;
        if (!now.late().contains(order)) {
            return Future.succeededFuture();
        }
        var promise = Promise.<Void>promise();
        if (!now.never()) {
            vertx.setTimer(Math.max(1, now.delay().toMillis()), over -> promise.complete());
        }
        return promise.future();
    }
}
