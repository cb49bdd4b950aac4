// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.session.Opened;
import io.nightjar.ingest.session.Remembered;
import io.nightjar.ingest.session.SessionPlan;
import java.time.Instant;
import java.util.Optional;

/** How a source is dialled: with the newest secrets, and first as it worked last time. Used by its runner alone. */
final class Dialling {

    private final StreamId stream;
    private final IngestContext context;
    private Optional<Credentials> used = Optional.empty();

    Dialling(StreamId stream, IngestContext context) {
        this.stream = stream;
        this.context = context;
    }

    /** @param afresh what worked last time is left out */
    SessionPlan next(SourceSpec spec, boolean afresh) {
        used = context.secrets().of(spec);
        return new SessionPlan(
                spec.wish(used), afresh ? Optional.empty() : context.memory().recall(stream));
    }

    /** To ask the port only. */
    SessionPlan probe(SourceSpec spec) {
        return new SessionPlan(spec.wish(used), Optional.empty());
    }

    /** Whether the secrets are others than those of the newest session. */
    boolean outdated(SourceSpec spec) {
        return !context.secrets().of(spec).equals(used);
    }

    /** Where secrets are missing, that is why: it is said with the names that were looked for. */
    String reason(SourceSpec spec, ErrorKind kind, String said) {
        return switch (kind) {
            case AUTH -> context.secrets().missing(spec).orElse(said);
            case CONFIG ->
                context.secrets().missing(spec).map(names -> said + " " + names).orElse(said);
            default -> said;
        };
    }

    void worked(Opened opened, Instant now) {
        context.memory().remember(stream, Remembered.of(opened, now));
    }

    /** The source is another now. */
    void forget() {
        context.memory().forget(stream);
        context.sessions().forget(stream);
        context.contacts().forget(stream.camera());
    }
}
