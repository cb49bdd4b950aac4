// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes H.264 without B-frames of whatever a camera sends, on a thread of its own, at the camera's own times.
 *
 * <p>When the machine is too slow, pictures are left out after they were decoded, never packets before: what is shown is
 * current and whole. Broken packets cost the pictures until the next key picture, nothing else. Safe for many threads;
 * packets are offered by one.
 */
public final class VideoConverter implements AutoCloseable {

    /** Takes what comes out, on the converter's thread. Packets are free to be kept. */
    public interface Output extends PacketHandler {

        /** The packets from here on are of another size: what was announced before is no longer true. */
        void format(TrackFormat changed);

        /** Nothing more will come. */
        void failed(MediaException failure);
    }

    private static final Logger LOG = Logger.getLogger(VideoConverter.class);
    /** More than a network's usual bunch of packets: the machine is behind. */
    private static final int MANY_WAITING = 3;
    /** However far behind, something must be seen to move. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long CLOSING_MILLIS = 5_000;

    private final ConverterQueue queue = new ConverterQueue();
    private final LogScope scope = LogScope.worker();
    private final VideoPipe pipe;
    private final Output output;
    private final Thread thread;
    private volatile TrackFormat format;
    private volatile VideoCounts counts;
    private volatile String encoder;
    private volatile boolean keyRequested;
    private long lastNanos;

    private VideoConverter(TrackFormat input, Video.Encode wish, Encoders encoders, Output output) {
        this.output = output;
        this.pipe = scope.within(() -> new VideoPipe(input, wish, encoders, scope.damage(), output));
        this.format = pipe.format();
        this.counts = pipe.counts(0, 0, 0);
        this.encoder = pipe.encoder();
        this.lastNanos = System.nanoTime() - LONGEST_PAUSE_NANOS;
        this.thread = Thread.ofPlatform().daemon().name("convert video").unstarted(this::run);
    }

    /**
     * Opens decoder and encoder. Fails with CONFIG when hardware is asked for that this machine does not have, and with
     * CODEC for what cannot be decoded.
     */
    public static VideoConverter open(TrackFormat input, Video.Encode wish, Output output) {
        return open(input, wish, Encoders.ofThisMachine(), output);
    }

    static VideoConverter open(TrackFormat input, Video.Encode wish, Encoders encoders, Output output) {
        Libav.load();
        var converter = new VideoConverter(input, wish, encoders, output);
        converter.thread.start();
        return converter;
    }

    /** What comes out; its parameter sets are known from the start. */
    public TrackFormat format() {
        return format;
    }

    /** Takes a copy of the next packet; never waits. */
    public void offer(Packet packet) {
        queue.offer(packet);
    }

    /** Makes the next picture a key picture. */
    public void requestKey() {
        keyRequested = true;
    }

    /** libav's name of the encoder at work. */
    public String encoder() {
        return encoder;
    }

    public VideoCounts counts() {
        return counts;
    }

    /** What of the input has arrived broken. */
    public Damage damage() {
        return scope.damage();
    }

    private void run() {
        try {
            for (var next = queue.take(); next != null; next = queue.take()) {
                var packet = next;
                scope.within(() -> convert(packet));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (MediaException failure) {
            fail(failure);
        } catch (RuntimeException fault) {
            LOG.error("A conversion ended by a fault", fault);
            fail(new MediaException("A conversion ended by a fault of its own.", ErrorKind.INTERNAL, fault));
        } finally {
            queue.close();
            pipe.close();
        }
    }

    private boolean convert(ConverterQueue.Next next) {
        if (next.afterGap()) {
            pipe.interrupted();
        }
        if (keyRequested) {
            keyRequested = false;
            pipe.requestKey();
        }
        boolean behind = next.waiting() >= MANY_WAITING && System.nanoTime() - lastNanos < LONGEST_PAUSE_NANOS;
        long before = counts.encoded();
        pipe.take(next.packet(), behind);
        counts = pipe.counts(queue.waiting(), queue.dropped(), queue.overflows());
        if (counts.encoded() > before) {
            lastNanos = System.nanoTime();
        }
        format = pipe.format();
        encoder = pipe.encoder();
        return behind;
    }

    private void fail(MediaException failure) {
        queue.close();
        output.failed(failure);
    }

    /** Ends the thread and releases everything; returns when both are done, unless called by the output. */
    @Override
    public void close() {
        queue.close();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
