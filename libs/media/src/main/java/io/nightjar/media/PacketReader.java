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
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads packets from one input. Owns its native memory: opened ready to use, closed once, used by one thread; only
 * {@link #interrupt} and {@link #close} may be called from another.
 *
 * <p>A {@link Packet} handed out is valid only during the call; copy what must outlive it. H.264 and H.265 are
 * Annex B, whatever form the input has. Times are those of the input: when a packet arrived is the caller's
 * business.
 */
public final class PacketReader implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofMillis(500);
    /** How often a local camera is asked for a picture: a small part of the time between two. */
    private static final Duration POLLING = Duration.ofMillis(3);

    private final Guard guard;
    private final Interrupt interrupt;
    private final ReaderOptions options;
    private final AVFormatContext input;
    private final InputPacket packet;
    private final InputTracks tracks;
    private final LogScope scope;
    private final @Nullable Pace pace;
    private final Deque<Packet> held = new ArrayDeque<>();
    private boolean ended;
    private boolean moving;

    private PacketReader(
            Resources resources,
            Interrupt interrupt,
            ReaderOptions options,
            AVFormatContext input,
            AVPacket packet,
            InputTracks tracks,
            LogScope scope) {
        this.guard = new Guard(resources, scope);
        this.scope = scope;
        this.pace = options.paced() ? new Pace(interrupt) : null;
        this.interrupt = interrupt;
        this.options = options;
        this.input = input;
        this.packet = new InputPacket(packet);
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
        private final LogScope scope = LogScope.reader();

        private Opening(ReaderOptions options) {
            this.options = options;
            this.interrupt = new Interrupt(options.openTimeout());
        }

        /** Ends {@link #open} and, once opened, the reader, from any thread. */
        public void interrupt() {
            interrupt.fire();
        }

        /** Sends what libav writes about this input to a quick listener, from now on and once opened. */
        public void log(LogLevel level, Consumer<String> lines) {
            scope.listen(level, lines);
        }

        public PacketReader open() {
            return scope.within(this::openOnce);
        }

        private PacketReader openOnce() {
            interrupt.within(options.openTimeout());
            var resources = new Resources();
            resources.own(interrupt, interrupt::close);
            resources.own(scope, scope::silence);
            try {
                return InputOpener.open(options, interrupt, resources, scope);
            } catch (RuntimeException failure) {
                resources.close();
                throw failure;
            }
        }

        @Override
        public void close() {
            scope.silence();
            interrupt.close();
        }
    }

    static PacketReader opened(
            Resources resources,
            Interrupt interrupt,
            ReaderOptions options,
            AVFormatContext input,
            AVPacket packet,
            LogScope scope) {
        var tracks = InputTracks.of(input, options, resources, scope.damage());
        if (tracks.formats().isEmpty()) {
            throw new MediaException("open", "the input has no picture or sound that can be used", ErrorKind.CODEC);
        }
        var reader = new PacketReader(resources, interrupt, options, input, packet, tracks, scope);
        reader.probe();
        return reader;
    }

    public List<TrackFormat> tracks() {
        return tracks.formats();
    }

    /** What of this input has arrived broken. */
    public Damage damage() {
        return scope.damage();
    }

    /** Sends what libav writes about this input to a quick listener; replaces the one before. */
    public void log(LogLevel level, Consumer<String> lines) {
        scope.listen(level, lines);
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
        var delivered = new Delivery(pace == null ? handler : inTime(pace, handler));
        var waiting = held.poll();
        if (waiting != null) {
            delivered.packet(waiting);
            return true;
        }
        interrupt.within(options.readTimeout());
        while (!delivered.any) {
            if (!ended && next()) {
                deliver(delivered);
            } else {
                tracks.end(delivered);
                ended = ended || !beginAnew();
                if (ended) {
                    return delivered.any;
                }
            }
        }
        return true;
    }

    private void deliver(PacketHandler handler) {
        moving = true;
        try {
            if (tracks.wanted(packet)) {
                tracks.take(packet, handler);
            }
        } finally {
            packet.release();
        }
    }

    private static PacketHandler inTime(Pace pace, PacketHandler handler) {
        return packet -> {
            pace.await(packet);
            handler.packet(packet);
        };
    }

    /** Goes back to the beginning of a recording that plays for ever; one without any packet would spin. */
    private boolean beginAnew() {
        if (!options.replay() || !moving) {
            return false;
        }
        moving = false;
        long start = input.start_time() == AV_NOPTS_VALUE ? 0 : input.start_time();
        if (av_seek_frame(input, -1, start, AVSEEK_FLAG_BACKWARD) < 0
                && av_seek_frame(input, -1, 0, AVSEEK_FLAG_BYTE) < 0) {
            return false;
        }
        tracks.beginAnew();
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
        int code = av_read_frame(input, packet.libav());
        while (code == Native.AGAIN && !interrupt.fired()) {
            interrupt.pause(POLLING);
            code = av_read_frame(input, packet.libav());
        }
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
            deliver(this::keep);
        }
        if (!tracks.known()) {
            scope.damage().seen(Damage.Kind.PARAMETERS);
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
