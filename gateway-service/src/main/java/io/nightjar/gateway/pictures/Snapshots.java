// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.live.LiveState;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Asks ingest for the newest picture of a stream. */
@Singleton
public class Snapshots {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LiveState state;
    private final InternalClient client;
    private final Clock clock;

    Snapshots(LiveState state, InternalClient client, Clock clock) {
        this.state = state;
        this.client = client;
        this.clock = clock;
    }

    /** Fails when nobody reads the stream, or nobody answers soon. */
    public Uni<Taken> now(StreamId source, int width) {
        var heard = state.heard(source);
        if (heard.isEmpty()) {
            return Uni.createFrom().failure(Problem.unavailable("Nobody reads this stream yet."));
        }
        var path = "/internal/ingest/snapshot/" + source + ".jpg" + (width > 0 ? "?width=" + width : "");
        return client.exchange("GET", heard.get().health().instance(), path, null, PATIENCE)
                .map(answer -> new Taken(capturedAt(answer.headers().get("X-Captured-At")), answer.body()));
    }

    private Instant capturedAt(@Nullable String header) {
        try {
            return header == null ? clock.instant() : Instant.parse(header);
        } catch (DateTimeParseException unreadable) {
            return clock.instant();
        }
    }
}
