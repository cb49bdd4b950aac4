// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something happened to a stream. What a session says carries its number: words of an old session count for nothing. */
public sealed interface Event {

    Instant at();

    /** The wish changed: switched on or off, on demand or not, demanded or not. */
    record Wished(Instant at, Wish wish) implements Event {}

    /** The camera's address or settings changed. */
    record Reconfigured(Instant at) implements Event {}

    record CredentialsChanged(Instant at) implements Event {}

    /** Somebody asked for a fresh start. */
    record RestartAsked(Instant at) implements Event {}

    /** The session had to wait for others that were being opened, and has its turn now. */
    record Dialling(Instant at, long session) implements Event {}

    /** The camera answered and said what it sends. */
    record Answered(Instant at, long session) implements Event {}

    /** The first key frame of the session reached the media plane. */
    record Published(Instant at, long session) implements Event {}

    record SessionFailed(Instant at, long session, ErrorKind kind, String reason) implements Event {}

    /** The picture's format or a clock changed under the session: it starts over at once. */
    record SourceChanged(Instant at, long session) implements Event {}

    /** The camera's port answered, or did not, while waiting. */
    record Probed(Instant at, long session, boolean answered) implements Event {}

    /**
     * The time that a step asked for has come.
     *
     * @param lastFrame the newest of the running session
     * @param interval between its frames
     */
    record Tick(Instant at, @Nullable Instant lastFrame, Duration interval) implements Event {}
}
