// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.stream;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** What one stream is doing now. Each state holds only facts that are true while in it. */
public sealed interface StreamState {

    /** On demand, and nobody watches. */
    record Idle(Instant since) implements StreamState {}

    /** Opening a session; {@code attempt} counts from 1 since it was last live. */
    record Connecting(Instant since, int attempt) implements StreamState {}

    /** The camera answered; waiting for its format and the first key frame. */
    record Probing(Instant since, int attempt) implements StreamState {}

    record Live(Instant since, Instant lastFrame) implements StreamState {}

    /** The session is open but frames stopped. */
    record Stalled(Instant since, Instant lastFrame) implements StreamState {}

    /** Waiting to try again at {@code until}. There is no last try. */
    record Backoff(Instant since, int attempt, Instant until, ErrorKind kind, String reason) implements StreamState {}

    /** Switched off in the registry. */
    record Stopped(Instant since) implements StreamState {}

    /** Cannot run as configured; a changed configuration is tried at once. */
    record Rejected(Instant since, ErrorKind kind, String reason) implements StreamState {}

    Instant since();

    default Name name() {
        return switch (this) {
            case Idle idle -> Name.IDLE;
            case Connecting connecting -> Name.CONNECTING;
            case Probing probing -> Name.PROBING;
            case Live live -> Name.LIVE;
            case Stalled stalled -> Name.STALLED;
            case Backoff backoff -> Name.BACKOFF;
            case Stopped stopped -> Name.STOPPED;
            case Rejected rejected -> Name.REJECTED;
        };
    }

    /** The state's name on the wire and in metrics. */
    enum Name {
        IDLE,
        CONNECTING,
        PROBING,
        LIVE,
        STALLED,
        BACKOFF,
        STOPPED,
        REJECTED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
