// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.session.CameraSessions;
import io.nightjar.ingest.session.SessionPlan;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks beside everything else whether the camera's port answers; one question at a time. Used by its runner alone. */
final class PortProbe {

    private final StreamId stream;
    private final CameraSessions sessions;
    private final Executor runner;
    private boolean asking;

    /** @param runner where answers are told */
    PortProbe(StreamId stream, CameraSessions sessions, Executor runner) {
        this.stream = stream;
        this.sessions = sessions;
        this.runner = runner;
    }

    /** Asks, unless it is still asking. */
    void ask(SessionPlan plan, Consumer<Boolean> answer) {
        if (asking) {
            return;
        }
        asking = true;
        Thread.ofVirtual().name("probe " + stream).start(() -> {
            boolean answers = sessions.answers(plan);
            runner.execute(() -> {
                asking = false;
                answer.accept(answers);
            });
        });
    }
}
