// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Reads packets from one input. Owns its native memory: opened ready to use, closed once, used by one thread; only
 * {@link #interrupt} and {@link #close} may be called from another.
 *
 * <p>A {@link Packet} handed out is valid only during the call; copy what must outlive it. Video is Annex B unless
 * {@link TrackFormat#lengthPrefixed} says otherwise. Times are those of the input: when a packet arrived is the caller's
 * business.
 */
public final class PacketReader implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofMillis(500);

    private final Guard guard;
    private final Interrupt interrupt;
    private final ReaderOptions options;
    private final AVFormatContext input;
    private final AVPacket packet;
    private final InputTracks tracks;
    private final Deque<Packet> held = new ArrayDeque<>();
    private boolean ended;

    private PacketReader(
            Resources resources,
            Interrupt interrupt,
            ReaderOptions options,
            AVFormatContext input,
            AVPacket packet,
            InputTracks tracks) {
        this.guard = new Guard(resources);
        this.interrupt = interrupt;
        this.options = options;
        this.input = input;
        this.packet = packet;
        this.tracks = tracks;
    }

    /** Opens the input and finds out what its tracks are. */
    public static PacketReader open(ReaderOptions options) {
        return prepare(options).open();
    }

    /** Makes an opening that another thread can interrupt while it runs. */
    public static Opening prepare(ReaderOptions options) {
        Libav.load();
        return new Opening(options);
    }

    /** An input about to be opened. Opened once; not opened, it is closed. */
    public static final class Opening implements AutoCloseable {

        private final ReaderOptions options;
        private final Interrupt interrupt;

        private Opening(ReaderOptions options) {
            this.options = options;
            this.interrupt = new Interrupt(options.openTimeout());
        }

        /** Ends {@link #open} and, once opened, the reader, from any thread. */
        public void interrupt() {
            interrupt.fire();
        }

        public PacketReader open() {
            interrupt.within(options.openTimeout());
            var resources = new Resources();
            resources.own(interrupt, interrupt::close);
            try {
                return InputOpener.open(options, interrupt, resources);
            } catch (RuntimeException failure) {
                resources.close();
                throw failure;
            }
        }

        @Override
        public void close() {
            interrupt.close();
        }
    }

    static PacketReader opened(
            Resources resources, Interrupt interrupt, ReaderOptions options, AVFormatContext input, AVPacket packet) {
        var tracks = InputTracks.of(input, options.known(), options.rtsp());
        if (tracks.formats().isEmpty()) {
            throw new MediaException("open", "the input has no picture or sound that can be used", ErrorKind.CODEC);
        }
        var reader = new PacketReader(resources, interrupt, options, input, packet, tracks);
        reader.probe();
        return reader;
    }

    public List<TrackFormat> tracks() {
        return tracks.formats();
    }

    /** Ends a waiting {@link #read}, and all later ones, from any thread. */
    public void interrupt() {
        interrupt.fire();
    }

    /** Somebody called {@link #interrupt}: a failure after it is not the camera's. */
    public boolean interrupted() {
        return interrupt.asked();
    }

    /** Hands over the next packet, or two when they became whole together; false at the end of the input. */
    public boolean read(PacketHandler handler) {
        return guard.use(() -> readOne(handler));
    }

    private boolean readOne(PacketHandler handler) {
        var waiting = held.poll();
        if (waiting != null) {
            handler.packet(waiting);
            return true;
        }
        interrupt.within(options.readTimeout());
        var delivered = new Delivery(handler);
        while (!delivered.any) {
            if (ended || !next()) {
                ended = true;
                tracks.end(delivered);
                return delivered.any;
            }
            try {
                if (tracks.wanted(packet)) {
                    tracks.take(packet, delivered);
                }
            } finally {
                av_packet_unref(packet);
            }
        }
        return true;
    }

    /** Remembers whether anything was handed over. */
    private static final class Delivery implements PacketHandler {
        private final PacketHandler handler;
        private boolean any;

        private Delivery(PacketHandler handler) {
            this.handler = handler;
        }

        @Override
        public void packet(Packet packet) {
            any = true;
            handler.packet(packet);
        }
    }

    private boolean next() {
        if (interrupt.fired()) {
            throw InputFailures.interrupted("av_read_frame", interrupt);
        }
        int code = av_read_frame(input, packet);
        if (code == AVERROR_EOF && !interrupt.fired()) {
            return false;
        }
        if (code < 0) {
            throw InputFailures.of("av_read_frame", code, interrupt, options);
        }
        return true;
    }

    /** Reads on until every picture's size is known, keeping what was read. Knows all at once when the SDP said it. */
    private void probe() {
        while (!tracks.known() && held.size() < InputTracks.MAX_PROBED && next()) {
            try {
                if (tracks.wanted(packet)) {
                    tracks.take(packet, this::keep);
                }
            } finally {
                av_packet_unref(packet);
            }
        }
        if (!tracks.known()) {
            throw new MediaException("open", "no picture whose size can be read", ErrorKind.CODEC);
        }
    }

    private void keep(Packet seen) {
        tracks.learn(seen);
        held.add(seen.copy());
    }

    @Override
    public void close() {
        if (guard.idle()) {
            // Time for a TEARDOWN: cameras have few sessions, and some keep one that was not ended.
            interrupt.within(GOODBYE);
        } else {
            interrupt.end();
        }
        guard.close();
    }
}
