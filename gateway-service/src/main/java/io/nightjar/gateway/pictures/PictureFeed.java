// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.nightjar.kit.PartListener;
import io.nightjar.kit.PartStream;
import io.nightjar.kit.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream of pictures from ingest, shared by all who watch. Opened again whenever it breaks while somebody watches,
 * let go soon after the last one left.
 */
final class PictureFeed implements PartListener {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Opens the connection to whoever has the stream now; empty while nobody has. */
    interface Source extends Supplier<Optional<PartStream>> {}

    private final Source source;
    private final Clock clock;
    private final Vertx vertx;
    private final Runnable onIdle;
    private final List<Consumer<Picture>> watchers = new CopyOnWriteArrayList<>();
    private final long timer;
    private @Nullable PartStream stream;
    private @Nullable Picture last;
    private Instant heard;
    private Instant watched;
    private long count;

    PictureFeed(FeedKey key, SourceOf sources, Clock clock, Vertx vertx, Runnable onIdle) {
        this.clock = clock;
        this.vertx = vertx;
        this.onIdle = onIdle;
        this.heard = clock.instant();
        this.watched = heard;
        this.source = () -> sources.open(key, this);
        this.timer = vertx.setPeriodic(1, TICK.toMillis(), id -> tick());
    }

    /** How a feed finds its source. */
    interface SourceOf {
        Optional<PartStream> open(FeedKey key, PartListener listener);
    }

    synchronized void add(Consumer<Picture> watcher) {
        watchers.add(watcher);
        var newest = last;
        if (newest != null && newest.at().plus(GRACE).isAfter(clock.instant())) {
            watcher.accept(newest);
        }
    }

    synchronized void remove(Consumer<Picture> watcher) {
        watchers.remove(watcher);
        watched = clock.instant();
    }

    @Override
    public void onPart(Map<String, String> headers, Buffer body) {
        Picture picture;
        synchronized (this) {
            heard = clock.instant();
            picture = new Picture(capturedAt(headers), ++count, body);
            last = picture;
        }
        watchers.forEach(watcher -> watcher.accept(picture));
    }

    @Override
    public synchronized void onEnd(@Nullable Problem failure) {
        // The stream's state says why; the next tick tries again.
        stream = null;
    }

    /** Ends the feed if nobody watches; the one who asks makes sure that nobody joins meanwhile. */
    synchronized boolean closeIfIdle() {
        if (!watchers.isEmpty() || watched.plus(GRACE).isAfter(clock.instant())) {
            return false;
        }
        vertx.cancelTimer(timer);
        cancel();
        return true;
    }

    private void tick() {
        if (watchers.isEmpty()) {
            onIdle.run();
            return;
        }
        synchronized (this) {
            var now = clock.instant();
            if (stream != null && heard.plus(SILENCE).isBefore(now)) {
                cancel();
            }
            if (stream == null) {
                heard = now;
                stream = source.get().orElse(null);
            }
        }
    }

    private void cancel() {
        if (stream != null) {
            stream.cancel();
            stream = null;
        }
    }

    private Instant capturedAt(Map<String, String> headers) {
        var text = headers.get("x-captured-at");
        try {
            return text == null ? clock.instant() : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return clock.instant();
        }
    }
}
