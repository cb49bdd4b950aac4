// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.gateway.head.HoldOrder;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one page orders of one head, and in which order it goes out. Of holds that wait only the newest is kept; a stop
 * waits for nothing and takes back whatever still waits. Pure: who carries it out says when it was answered.
 */
final class HeadLine {
    /**
     * A hold that takes longer was taken in and waits for the camera. Others go beside it then: without them the head would
     * believe that the button was let go.
     */
    private static final long UNDER_WAY = TimeUnit.MILLISECONDS.toNanos(150);

    /** Bounds what a process that hangs is asked; with this many unanswered, more would not help either. */
    private static final int MOST_HOLDS = 4;

    private static final int MOST_STOPS = 3;

    /** Carries orders out; each ends with a call of {@link #holdDone()} or {@link #stopDone()}. */
    interface Out {
        void hold(HoldOrder order);

        void stop(long press);
    }

    private final Out out;
    private final LongSupplier nanos;
    private @Nullable HoldOrder waiting;
    private @Nullable Long waitingStop;
    private int holds;
    private int stops;
    private long sentAt;
    /** Also read by those who repeat a stop, on their own threads. */
    private volatile long pressed = -1;

    private volatile long stopped = -1;
    private boolean moved;
    private boolean closed;

    HeadLine(Out out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    /** Nothing that is held by this press goes out any more. */
    boolean isOver(long press) {
        return closed || press <= stopped;
    }

    void hold(HoldOrder order) {
        if (isOver(order.press())) {
            return;
        }
        if (mayGo(order)) {
            send(order);
        } else {
            waiting = order;
        }
    }

    /** @param press below zero stops whatever was pressed so far */
    void stop(long press) {
        if (closed) {
            return;
        }
        long upTo = press < 0 ? pressed() : press;
        stopped = Math.max(stopped, upTo);
        if (waiting != null && waiting.press() <= stopped) {
            waiting = null;
        }
        if (stops < MOST_STOPS) {
            stops++;
            out.stop(upTo);
        } else {
            waitingStop = waitingStop == null ? upTo : Math.max(waitingStop, upTo);
        }
    }

    /** A stop of this press is still what the page wants. */
    boolean wantsStopped(long press) {
        return pressed <= Math.max(press, stopped);
    }

    void holdDone() {
        holds--;
        var next = waiting;
        if (next != null && mayGo(next)) {
            waiting = null;
            send(next);
        }
    }

    void stopDone() {
        stops--;
        var next = waitingStop;
        if (next != null && !closed) {
            waitingStop = null;
            stop(next);
        }
    }

    /** Nothing is sent any more. True when the page has moved the head. */
    boolean close() {
        closed = true;
        waiting = null;
        waitingStop = null;
        return moved;
    }

    boolean hasMoved() {
        return moved;
    }

    private boolean mayGo(HoldOrder order) {
        return holds == 0
                || (holds < MOST_HOLDS && (order.press() > pressed || nanos.getAsLong() - sentAt >= UNDER_WAY));
    }

    private void send(HoldOrder order) {
        waiting = null;
        holds++;
        moved = true;
        pressed = order.press();
        sentAt = nanos.getAsLong();
        out.hold(order);
    }

    private long pressed() {
        return waiting == null ? pressed : Math.max(pressed, waiting.press());
    }
}
