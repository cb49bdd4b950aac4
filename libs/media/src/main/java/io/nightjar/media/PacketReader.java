// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Reads packets from one input. Owns its native memory: opened ready to use, closed once, used by one thread; only
 * {@link #interrupt} may be called from another.
 *
 * <p>A {@link Packet} handed out is valid only during the call; copy what must outlive it. Video is Annex B unless
 * {@link TrackFormat#lengthPrefixed} says otherwise. Times are those of the input: when a packet arrived is the caller's
 * business.
 */
public final class PacketReader implements AutoCloseable {

    private final Resources resources;
    private final Interrupt interrupt;
    private final ReaderOptions options;
    private final AVFormatContext input;
    private final AVPacket packet;
    private final InputTracks tracks;
    private final Deque<AVPacket> held;

    private PacketReader(
            Resources resources,
            Interrupt interrupt,
            ReaderOptions options,
            AVFormatContext input,
            AVPacket packet,
            InputTracks tracks,
            Deque<AVPacket> held) {
        this.resources = resources;
        this.interrupt = interrupt;
        this.options = options;
        this.input = input;
        this.packet = packet;
        this.tracks = tracks;
        this.held = held;
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
        var tracks = InputTracks.of(input, options.known());
        if (tracks.formats().isEmpty()) {
            throw new MediaException("open", "the input has no picture or sound that can be used", ErrorKind.CODEC);
        }
        var held = new ArrayDeque<AVPacket>();
        resources.own(held, () -> held.forEach(waiting -> av_packet_free(waiting)));
        var reader = new PacketReader(resources, interrupt, options, input, packet, tracks, held);
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

    /** Hands over the next packet; false at the end of the input. */
    public boolean read(PacketHandler handler) {
        var waiting = held.poll();
        if (waiting != null) {
            deliver(waiting, handler);
            av_packet_free(waiting);
            return true;
        }
        interrupt.within(options.readTimeout());
        while (true) {
            if (!next()) {
                return false;
            }
            boolean wanted = tracks.wanted(packet);
            if (wanted) {
                deliver(packet, handler);
            }
            av_packet_unref(packet);
            if (wanted) {
                return true;
            }
        }
    }

    private void deliver(AVPacket delivered, PacketHandler handler) {
        handler.packet(tracks.packet(delivered));
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
        while (!tracks.known() && held.size() < InputTracks.MAX_PROBED) {
            if (!next()) {
                break;
            }
            if (tracks.wanted(packet)) {
                tracks.learn(packet);
                held.add(notNull("av_packet_clone", av_packet_clone(packet)));
            }
            av_packet_unref(packet);
        }
        if (!tracks.known()) {
            throw new MediaException("open", "no picture whose size can be read", ErrorKind.CODEC);
        }
    }

    @Override
    public void close() {
        interrupt.fire();
        resources.close();
    }
}
