// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes packets and keeps the newest picture natively. Owns its native memory and belongs to one thread. */
final class FrameDecoder implements AutoCloseable {

    private final Resources resources;
    private final AVCodecContext context;
    private final AVPacket vessel;
    private final AVFrame decoded;
    private final AVFrame newest;
    private final LumaSampler sampler;
    private long sequence;
    private long errors;

    private FrameDecoder(Resources resources, AVCodecContext context) {
        this.resources = resources;
        this.context = context;
        this.vessel = Native.packet(resources);
        this.decoded = Native.emptyFrame(resources);
        this.newest = Native.emptyFrame(resources);
        this.sampler = new LumaSampler(resources);
    }

    static FrameDecoder open(TrackFormat format) {
        Libav.load();
        var resources = new Resources();
        try {
            var context = Decoders.open(format, resources);
            return new FrameDecoder(resources, context);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /**
     * Decodes one packet.
     *
     * @param alone a key picture without neighbours: it is asked for at once, where a decoder of a stream with B-frames
     *     would wait for more
     * @return whether there is a new picture
     */
    boolean decode(Packet packet, boolean alone) {
        Native.fill(vessel, packet.data());
        vessel.pts(packet.ptsMicros());
        vessel.dts(AV_NOPTS_VALUE);
        vessel.flags(packet.key() ? AV_PKT_FLAG_KEY : 0);
        int code = avcodec_send_packet(context, vessel);
        av_packet_unref(vessel);
        boolean fresh = receive();
        if (alone && !fresh && code >= 0) {
            avcodec_send_packet(context, null);
            fresh = receive();
        }
        if (alone) {
            avcodec_flush_buffers(context);
        }
        if (code < 0) {
            errors++;
        }
        return fresh;
    }

    /** Decodes one key picture as cheaply as can be: good enough to compare its brightness, not to be shown. */
    boolean glance(Packet packet) {
        context.skip_loop_filter(AVDISCARD_ALL);
        try {
            return decode(packet, true);
        } finally {
            context.skip_loop_filter(AVDISCARD_DEFAULT);
        }
    }

    private boolean receive() {
        boolean fresh = false;
        while (avcodec_receive_frame(context, decoded) >= 0) {
            av_frame_unref(newest);
            av_frame_move_ref(newest, decoded);
            sequence++;
            fresh = true;
        }
        return fresh;
    }

    Optional<AVFrame> newest() {
        return sequence == 0 ? Optional.empty() : Optional.of(newest);
    }

    PictureStats look() {
        return sampler.look(newest, pts());
    }

    long pts() {
        return newest.pts();
    }

    /** How many pictures there were. */
    long sequence() {
        return sequence;
    }

    long errors() {
        return errors;
    }

    @Override
    public void close() {
        resources.close();
    }
}
