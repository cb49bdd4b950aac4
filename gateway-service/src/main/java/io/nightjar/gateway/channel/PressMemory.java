// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.HeadAudit;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Remembers each press of a page once, and each stop, with the first that came of it. */
final class PressMemory {

    /** Keeps an entry of the audit. */
    interface Book {
        void keep(String action, @Nullable String result);
    }

    /** Of presses that a newer one took the place of nothing is ever heard. */
    private static final int MOST = 16;

    private final Book book;
    /** Not answered yet. */
    private final NavigableSet<Long> moves = new TreeSet<>();

    private final NavigableSet<Long> stops = new TreeSet<>();
    private long newestMove;
    private long newestStop;

    PressMemory(Book book) {
        this.book = book;
    }

    void held(long press) {
        if (press > newestMove) {
            newestMove = press;
            open(moves, press, HeadAudit.MOVE);
        }
    }

    /** @param press below zero for a stop of everything; a page says each again until it is confirmed */
    void stopped(long press) {
        if (press < 0 || press > newestStop) {
            newestStop = Math.max(newestStop, press);
            open(stops, press, HeadAudit.STOP);
        }
    }

    private void open(NavigableSet<Long> waiting, long press, String action) {
        waiting.add(press);
        if (waiting.size() > MOST) {
            waiting.pollFirst();
            book.keep(action, null);
        }
    }

    /** @param failure null where the head obeyed */
    void answered(PtzMessage message, @Nullable Throwable failure) {
        switch (message) {
            case PtzMessage.Hold hold -> {
                if (moves.remove(hold.press())) {
                    book.keep(HeadAudit.MOVE, AuditLog.result(failure));
                }
            }
            case PtzMessage.Stop stop -> {
                // One that was sent stands for those that waited behind it.
                var meant = stops.headSet(stop.press(), true);
                meant.forEach(each -> book.keep(HeadAudit.STOP, AuditLog.result(failure)));
                meant.clear();
            }
            case PtzMessage.Wrong wrong -> {}
        }
    }

    /** The page is gone: nobody waits for the rest. */
    void close() {
        moves.forEach(press -> book.keep(HeadAudit.MOVE, null));
        stops.forEach(press -> book.keep(HeadAudit.STOP, null));
        moves.clear();
        stops.clear();
    }
}
