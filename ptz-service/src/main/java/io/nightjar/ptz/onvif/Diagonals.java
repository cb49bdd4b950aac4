// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.onvif.PtzStatus;
import io.nightjar.cameras.onvif.PtzStatus.MoveState;
import io.nightjar.cameras.onvif.PtzVector;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Some devices answer a move that is neither level nor upright, and do nothing. So the first of these is watched: where the
 * head says more than once that it stands, it is sent the greater part alone, and from then on that is what it gets.
 */
final class Diagonals {

    private static final Logger LOG = Logger.getLogger(Diagonals.class);
    private static final long PAUSE_MILLIS = 250;
    /** Heads need a while to start, and devices a while to say so. */
    private static final int LOOKS = 3;

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("diagonal").start(task);
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, THREADS);

    private enum Known {
        NOTHING,
        FINE,
        IGNORED
    }

    private final OnvifLine line;
    private final OnvifMoves moves;
    private final MovingParts moving;
    private volatile Known known = Known.NOTHING;

    Diagonals(OnvifLine line, OnvifMoves moves, MovingParts moving) {
        this.line = line;
        this.moves = moves;
        this.moving = moving;
    }

    /** What the head is sent instead. */
    Velocity allowed(Velocity wanted) {
        return known == Known.IGNORED ? straight(wanted) : wanted;
    }

    /** The move was answered; returns at once. */
    void watch(long ticket, Velocity sent, Duration atMost) {
        if (known == Known.NOTHING && sent.pan() != 0 && sent.tilt() != 0) {
            SOON.execute(new Watch(ticket, sent, atMost));
        }
    }

    private static Velocity straight(Velocity wanted) {
        boolean level = Math.abs(wanted.pan()) >= Math.abs(wanted.tilt());
        return new Velocity(level ? wanted.pan() : 0, level ? 0 : wanted.tilt(), wanted.zoom(), wanted.focus());
    }

    /** Looks every now and then, one look at a time, for as long as nothing newer was ordered. */
    private final class Watch implements Runnable {

        private final long ticket;
        private final Velocity sent;
        private final Duration atMost;
        private Optional<PtzVector> before = Optional.empty();
        private boolean straightened;
        private int looks;

        private Watch(long ticket, Velocity sent, Duration atMost) {
            this.ticket = ticket;
            this.sent = sent;
            this.atMost = atMost;
        }

        @Override
        public void run() {
            if (!moving.isNewest(ticket)) {
                return;
            }
            try {
                look(line.ask(link -> link.client().ptz().status(link.profile())));
            } catch (CameraFailure failure) {
                LOG.debugf("Whether a head moves cannot be seen kind=%s", failure.kind());
                known = Known.FINE;
            }
        }

        private void look(PtzStatus status) {
            if (moves(status)) {
                known = straightened ? Known.IGNORED : Known.FINE;
                return;
            }
            before = status.position();
            looks++;
            if (looks == LOOKS && straightened) {
                // It stands at its limit.
                known = Known.FINE;
                return;
            }
            if (looks == LOOKS) {
                straightened = true;
                looks = 0;
                line.order(() -> moving.isNewest(ticket), link -> moves.move(link, straight(sent), atMost, ticket));
            }
            SOON.execute(this);
        }

        /** A device that does not say is believed to move. */
        private boolean moves(PtzStatus status) {
            boolean silent =
                    status.panTilt() == MoveState.UNKNOWN && status.position().isEmpty();
            boolean elsewhere = before.isPresent() && !status.position().equals(before);
            return silent || elsewhere || status.panTilt() == MoveState.MOVING;
        }
    }
}
