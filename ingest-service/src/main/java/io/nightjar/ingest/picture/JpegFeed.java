// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.PictureCheck;
import io.nightjar.media.Jpeg;
import io.nightjar.media.JpegSize;
import io.nightjar.media.Packet;
import io.nightjar.media.PictureDecoder;
import io.nightjar.media.TrackFormat;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a camera that sends JPEG: handed on as they came, decoded only now and then to be looked at, and when
 * somebody wants them smaller. Whoever is slow misses pictures and always sees the newest.
 */
final class JpegFeed implements PictureFeed {

    private static final Logger LOG = Logger.getLogger(JpegFeed.class);

    private final StreamId stream;
    private final StreamPictures pictures;
    private final PictureDecoder decoder;
    private final Skip skip;
    private final PictureCheck check = new PictureCheck();
    private final Thread thread;
    private @Nullable Packet waiting;
    private boolean closed;
    private long sequence;
    private volatile @Nullable Jpeg newest;

    JpegFeed(StreamId stream, TrackFormat video, StreamPictures pictures, int skipped) {
        this.stream = stream;
        this.pictures = pictures;
        this.skip = new Skip(skipped);
        this.decoder = PictureDecoder.open(video);
        this.thread = Thread.ofPlatform().daemon().name("pictures " + stream).start(this::run);
    }

    @Override
    public void offer(Packet packet) {
        if (skip.passes()) {
            put(packet.copy());
        }
    }

    private synchronized void put(Packet packet) {
        waiting = packet;
        notifyAll();
    }

    private synchronized @Nullable Packet next() throws InterruptedException {
        while (waiting == null && !closed) {
            wait();
        }
        var next = waiting;
        waiting = null;
        return closed ? null : next;
    }

    private void run() {
        try {
            for (var packet = next(); packet != null; packet = next()) {
                show(packet);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        pictures.ended(this, Optional.ofNullable(newest));
        decoder.close();
    }

    private void show(Packet packet) {
        var size = JpegSize.of(packet.data());
        if (size.isEmpty()) {
            return;
        }
        newest = new Jpeg(packet.bytes(), size.get().width(), size.get().height(), packet.ptsMicros(), ++sequence);
        try {
            if (decoder.accept(packet, false)) {
                decoder.stats().ifPresent(check::look);
            }
        } catch (RuntimeException fault) {
            LOG.warnf(
                    fault,
                    "Picture not looked at camera=%s role=%s",
                    stream.camera(),
                    stream.role().wire());
        }
        pictures.decoded(this, packet.ptsMicros());
    }

    @Override
    public Optional<Jpeg> jpeg(int maxWidth) {
        var current = newest;
        if (current == null || maxWidth == 0 || maxWidth >= current.width()) {
            return Optional.ofNullable(current);
        }
        return decoder.jpeg(maxWidth, StreamPictures.QUALITY);
    }

    @Override
    public PictureCheck.Verdict verdict() {
        return check.verdict();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
