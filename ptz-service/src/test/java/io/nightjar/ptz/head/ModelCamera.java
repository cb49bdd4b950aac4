// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.driver.Velocity;
import java.time.Instant;

/** A camera that does what reaches it, in the order in which it does, and never stops by itself. */
final class ModelCamera {

    private final boolean steps;
    private Velocity velocity = Velocity.STILL;
    private Instant travelsUntil = Instant.MIN;

    /** @param steps each move is one step */
    ModelCamera(boolean steps) {
        this.steps = steps;
    }

    void receive(Order order, Instant at) {
        switch (order) {
            case Order.Stop stop -> {
                velocity = Velocity.STILL;
                travelsUntil = at;
            }
            case Order.Move move -> {
                velocity = steps ? Velocity.STILL : move.velocity();
                travelsUntil = at;
            }
            default -> {
                velocity = Velocity.STILL;
                travelsUntil = at.plusSeconds(2);
            }
        }
    }

    boolean moves(Instant at) {
        return !velocity.isStill() || at.isBefore(travelsUntil);
    }
}
