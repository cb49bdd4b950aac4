// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Reader;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads one stream into a window, for as long as somebody asks for it. Units are muxed on a thread of its own. */
final class HlsMuxer implements Reader {

    private static final Logger LOG = Logger.getLogger(HlsMuxer.class);

    /** A muxer that falls behind this far has lost: it starts again at the next key picture. */
    private static final int LONGEST_QUEUE = 2000;

    private final String name;
    private final Segmenter segmenter;
    private final ExecutorService thread;
    private final AtomicInteger queued = new AtomicInteger();
    private @Nullable MediaPath path;
    private volatile boolean impossible;
    private volatile List<Track> tracks = List.of();
    private boolean waitForKey;
    private boolean closed;

    HlsMuxer(String name, Window window) {
        this.name = name;
        this.segmenter = new Segmenter(window);
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("hls-" + name).daemon().factory());
    }

    /** Reads from this path from now on; again when its publisher has come back. */
    void attach(MediaPath online) {
        synchronized (this) {
            if (path == online || closed) {
                return;
            }
            path = online;
        }
        long keys = online.keyIntervalMicros();
        run(() -> {
            segmenter.expectKeysEvery(keys);
            segmenter.replaying(true);
        });
        online.add(this);
        run(() -> segmenter.replaying(false));
    }

    synchronized boolean attached() {
        return path != null;
    }

    /** Nothing in this stream can be put into MP4. */
    boolean impossible() {
        return impossible;
    }

    @Override
    public void format(List<Track> announced) {
        tracks = announced;
        waitForKey = false;
        boolean pictures = announced.stream().anyMatch(Track::video);
        impossible = announced.stream().noneMatch(track -> track.video() == pictures && HlsFormats.possible(track));
        run(() -> segmenter.format(announced));
    }

    @Override
    public void unit(Unit unit, boolean cached) {
        if (queued.get() > LONGEST_QUEUE) {
            waitForKey = true;
        }
        if (waitForKey && !(unit.key() && tracks.get(unit.track()).video())) {
            return;
        }
        waitForKey = false;
        run(() -> segmenter.unit(unit));
    }

    @Override
    public void ended(String reason) {
        synchronized (this) {
            path = null;
        }
        run(segmenter::finish);
    }

    private synchronized void run(Runnable work) {
        if (closed) {
            return;
        }
        queued.incrementAndGet();
        thread.execute(() -> {
            queued.decrementAndGet();
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "A unit could not be put into HLS stream=%s", name);
            }
        });
    }

    /** Leaves the path and tells whoever waits. */
    void close() {
        MediaPath reading;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            reading = path;
            path = null;
            thread.execute(segmenter::close);
            thread.shutdown();
        }
        if (reading != null) {
            reading.remove(this);
        }
    }
}
