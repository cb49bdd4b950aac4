// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.PictureCheck;
import io.nightjar.media.Codec;
import io.nightjar.media.Jpeg;
import io.nightjar.media.Packet;
import io.nightjar.media.PictureDecoder;
import io.nightjar.media.TrackFormat;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one session, decoded on a thread of their own, so that a slow decoder never delays the stream. When it
 * falls behind it leaves out everything up to the next key frame: it may skip pictures, never corrupt one.
 */
public final class PictureFeed implements StreamPictures.PictureSource, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PictureFeed.class);
    private static final int MAX_WAITING = 90;
    /** Each of them is whole: whoever is slow sees the newest at once. */
    private static final int MAX_WAITING_JPEGS = 1;

    private static final int LAST_PICTURE_WIDTH = 1280;

    private final StreamId stream;
    private final StreamPictures pictures;
    private final PictureDecoder decoder;
    private final PictureCheck check = new PictureCheck();
    private final Skip skip;
    private final int room;
    private final Queue<Packet> waiting = new ArrayDeque<>();
    private final Thread thread;
    /** The newest key picture while nobody watches and it need not be looked at: waking a thread for it costs more. */
    private @Nullable Packet resting;

    private boolean skipping = true;
    private boolean closed;

    PictureFeed(StreamId stream, TrackFormat video, StreamPictures pictures, int skipped) {
        this.stream = stream;
        this.pictures = pictures;
        this.skip = new Skip(skipped);
        this.room = video.codec() == Codec.MJPEG ? MAX_WAITING_JPEGS : MAX_WAITING;
        this.decoder = PictureDecoder.open(video);
        this.thread = Thread.ofPlatform().daemon().name("pictures " + stream).start(this::run);
    }

    /** Takes a packet of the video track, with its time since 1970; never waits. */
    public void offer(Packet packet) {
        if (pictures.watched() || (packet.key() && decoder.wants(packet))) {
            enqueue(packet);
        } else {
            rest(packet);
        }
    }

    private synchronized void rest(Packet packet) {
        skipping = true;
        if (packet.key() && !closed) {
            resting = packet.copy();
        }
    }

    private synchronized void enqueue(Packet packet) {
        if (waiting.size() >= room) {
            waiting.clear();
            skipping = true;
        }
        if (closed || (skipping && !packet.key())) {
            return;
        }
        skipping = false;
        resting = null;
        waiting.add(packet.copy());
        notifyAll();
    }

    private synchronized @Nullable Packet next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return closed ? null : waiting.poll();
    }

    private void run() {
        try {
            for (var packet = next(); packet != null; packet = next()) {
                decode(packet);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        pictures.ended(this, jpeg(LAST_PICTURE_WIDTH));
        decoder.close();
    }

    private void decode(Packet packet) {
        try {
            if (decoder.accept(packet, pictures.watched())) {
                decoder.stats().ifPresent(check::look);
                if (skip.passes()) {
                    pictures.decoded(this, packet.ptsMicros());
                }
            }
        } catch (RuntimeException fault) {
            LOG.warnf(
                    fault,
                    "Picture lost camera=%s role=%s",
                    stream.camera(),
                    stream.role().wire());
        }
    }

    @Override
    public Optional<Jpeg> jpeg(int maxWidth) {
        var newest = takeResting();
        if (newest != null) {
            decoder.accept(newest, false);
        }
        return decoder.jpeg(maxWidth, StreamPictures.QUALITY);
    }

    private synchronized @Nullable Packet takeResting() {
        var newest = resting;
        resting = null;
        return newest;
    }

    PictureCheck.Verdict verdict() {
        return check.verdict();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
