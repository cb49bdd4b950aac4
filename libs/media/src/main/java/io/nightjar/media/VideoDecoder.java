// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes every packet of a video track and hands on only pictures that are whole: after damage it waits for the next key
 * picture, so that nobody sees grey blocks. Owns its native memory and belongs to one thread.
 */
final class VideoDecoder implements AutoCloseable {

    /** Takes a picture, valid only during the call, with the time of its packet. */
    interface FrameHandler {
        void frame(AVFrame frame, long ptsMicros);
    }

    /** Some cameras never send another key picture: then damage mends itself in time, and waiting would not end. */
    private static final int LONGEST_WAIT = 400;

    private final Resources resources = new Resources();
    private final Damage damage;
    private final boolean intraOnly;
    private final AVCodecContext context;
    private final AVPacket vessel;
    private final AVFrame frame;
    private boolean waiting = true;
    private int waited;
    private long decoded;
    private long damaged;
    private long skipped;

    VideoDecoder(TrackFormat format, Damage damage) {
        this.damage = damage;
        this.intraOnly = format.codec().intraOnly();
        try {
            context = Decoders.open(format, resources);
            vessel = Native.packet(resources);
            frame = Native.emptyFrame(resources);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /** Decodes one packet; the handler is called before this returns, with none, one or several pictures. */
    void decode(Packet packet, FrameHandler handler) {
        if (waiting && !begin(packet)) {
            skipped++;
            return;
        }
        Native.fill(vessel, packet.data());
        vessel.pts(packet.ptsMicros());
        vessel.dts(AV_NOPTS_VALUE);
        vessel.flags(packet.key() ? AV_PKT_FLAG_KEY : 0);
        int code = avcodec_send_packet(context, vessel);
        av_packet_unref(vessel);
        boolean whole = receive(handler) && code >= 0;
        if (!whole) {
            damaged++;
            damage.seen(Damage.Kind.DECODE);
            await();
        }
    }

    /** Hands over what is still held back for its order, at the end of the track. */
    void end(FrameHandler handler) {
        avcodec_send_packet(context, null);
        receive(handler);
        await();
    }

    /** Gives up what is half decoded: the packets to come do not continue it. */
    void interrupted() {
        await();
    }

    private void await() {
        waiting = !intraOnly;
        waited = 0;
    }

    private boolean begin(Packet packet) {
        if (!packet.key() && ++waited < LONGEST_WAIT) {
            return false;
        }
        avcodec_flush_buffers(context);
        waiting = false;
        return true;
    }

    private boolean receive(FrameHandler handler) {
        boolean whole = true;
        while (true) {
            int code = avcodec_receive_frame(context, frame);
            if (code < 0) {
                return whole && (code == Native.AGAIN || code == AVERROR_EOF);
            }
            if (frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
                whole = false;
            } else if (whole) {
                decoded++;
                handler.frame(frame, frame.pts() == AV_NOPTS_VALUE ? frame.best_effort_timestamp() : frame.pts());
            }
            av_frame_unref(frame);
        }
    }

    long decoded() {
        return decoded;
    }

    long damaged() {
        return damaged;
    }

    long skipped() {
        return skipped;
    }

    @Override
    public void close() {
        resources.close();
    }
}
