// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.machine.Event;
import io.nightjar.ingest.session.Opened;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns what sessions say into events of the machine.
 *
 * @param events takes them from any thread, and gives each the time at which its turn has come
 * @param answers hears what answered, when its turn has come
 * @param reasons what people are told of a failure, asked when its turn has come
 */
record SessionEvents(Consumer<Function<Instant, Event>> events, Answers answers, Reasons reasons)
        implements SessionListener {

    interface Answers {
        void answered(long session, Opened opened, Instant at);
    }

    interface Reasons {
        String reason(ErrorKind kind, String said);
    }

    @Override
    public void dialling(long session) {
        events.accept(at -> new Event.Dialling(at, session));
    }

    @Override
    public void answered(long session, Opened opened) {
        events.accept(at -> {
            answers.answered(session, opened, at);
            return new Event.Answered(at, session);
        });
    }

    @Override
    public void published(long session) {
        events.accept(at -> new Event.Published(at, session));
    }

    @Override
    public void sourceChanged(long session) {
        events.accept(at -> new Event.SourceChanged(at, session));
    }

    @Override
    public void failed(long session, ErrorKind kind, String reason) {
        events.accept(at -> new Event.SessionFailed(at, session, kind, reasons.reason(kind, reason)));
    }
}
