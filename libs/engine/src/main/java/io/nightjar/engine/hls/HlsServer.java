// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** LL-HLS for all paths: a muxer per stream from its first request until nobody asks any more. */
public final class HlsServer implements AutoCloseable {

    private final Paths paths;
    private final HlsOptions options;
    private final Map<MediaPathName, HlsStream> streams = new HashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hls-sweeper").daemon().factory());
    private boolean closed;

    public HlsServer(Paths paths) {
        this(paths, HlsOptions.DEFAULT);
    }

    HlsServer(Paths paths, HlsOptions options) {
        this.paths = paths;
        this.options = options;
        paths.listen(new Returns());
        long pause = Math.max(1, options.idle().toMillis() / 12);
        var unused = sweeper.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Answers {@code index.m3u8} and whatever it leads to; waits for a stream that is about to come. */
    public CompletionStage<HlsReply> get(MediaPathName id, String file, Map<String, String> query) {
        var running = find(id);
        if (running != null) {
            return running.get(file, query);
        }
        if (!file.equals(PlaylistText.MULTIVARIANT) && !file.equals(PlaylistText.MEDIA)) {
            return CompletableFuture.completedFuture(HlsReply.gone());
        }
        return paths.await(id, options.patience())
                .handle((path, late) -> late == null ? open(path) : null)
                .thenCompose(opened -> opened == null
                        ? CompletableFuture.completedFuture(HlsReply.offline())
                        : opened.get(file, query));
    }

    private synchronized @Nullable HlsStream find(MediaPathName id) {
        return streams.get(id);
    }

    private @Nullable HlsStream open(MediaPath path) {
        HlsStream stream;
        synchronized (this) {
            if (closed) {
                return null;
            }
            stream = streams.computeIfAbsent(path.id(), id -> new HlsStream(id.toString(), options));
        }
        stream.attach(path);
        if (!stream.attached()) {
            // The publisher left and came back while the muxer was not listed yet.
            paths.find(path.id()).ifPresent(stream::attach);
        }
        return stream;
    }

    private void sweep() {
        var idle = new ArrayList<HlsStream>();
        synchronized (this) {
            streams.values().removeIf(stream -> stream.unasked().compareTo(options.idle()) > 0 && idle.add(stream));
        }
        idle.forEach(HlsStream::close);
    }

    /** Ends all muxers; whoever waits is answered. */
    @Override
    public void close() {
        List<HlsStream> ended;
        synchronized (this) {
            closed = true;
            ended = List.copyOf(streams.values());
            streams.clear();
        }
        sweeper.shutdownNow();
        ended.forEach(HlsStream::close);
    }

    /** A publisher that comes back finds its viewers still there. */
    private final class Returns implements Paths.Listener {

        @Override
        public void online(MediaPath path) {
            var waiting = find(path.id());
            if (waiting != null) {
                waiting.attach(path);
            }
        }

        @Override
        public void offline(MediaPathName id, String reason) {}

        @Override
        public void readers(MediaPathName id, int count) {}
    }
}
