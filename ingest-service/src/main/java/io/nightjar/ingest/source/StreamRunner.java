// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.picture.StreamPictures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One source, for everybody else and from any thread. Whatever is asked of it is handed to the stream's own thread: that
 * is what makes the {@link Source} behind it the single writer of the stream's state.
 */
public final class StreamRunner {

    private final StreamId stream;
    private final OwnThread own;
    private final StreamPictures pictures;
    private final Relay relay = new Relay();
    private final Source source;

    /** @param other the runner of the camera's other role, if it has a source of its own */
    StreamRunner(SourceSpec spec, IngestContext context, Supplier<Optional<StreamRunner>> other) {
        this.stream = spec.stream();
        this.own = new OwnThread(stream);
        this.pictures = new StreamPictures(stream);
        this.source = new Source(spec, context, own, pictures, relay, other);
        own.execute(source::begin);
    }

    public StreamId stream() {
        return stream;
    }

    public StreamPictures pictures() {
        return pictures;
    }

    /** The newest health. */
    public StreamHealth health() {
        return source.health();
    }

    /** Somebody wants the stream for this long. */
    public void demand(Duration length) {
        own.execute(() -> source.extend(length));
    }

    /** Somebody wants the stream for this long, in the form that every browser plays. */
    public void demandForBrowsers(Duration length) {
        own.execute(() -> source.extendForBrowsers(length));
    }

    public void restart() {
        own.execute(source::restart);
    }

    void configure(SourceSpec changed) {
        own.execute(() -> source.configure(changed));
    }

    /** The secrets changed: those of this camera perhaps. */
    void checkCredentials() {
        own.execute(source::checkCredentials);
    }

    /** Ends the session; completes when it has ended. */
    CompletableFuture<Void> close() {
        var ended = new CompletableFuture<Void>();
        own.execute(() -> {
            // Not on the session's thread, which may still carry the interrupt that ended it.
            var unused = source.close()
                    .whenCompleteAsync((done, failure) -> ended.complete(null), work -> Thread.ofVirtual()
                            .start(work));
        });
        own.end();
        return ended;
    }

    /** Whether packets flow from this stream's own camera session. */
    boolean flows() {
        return relay.flows();
    }

    Relay relay() {
        return relay;
    }
}
