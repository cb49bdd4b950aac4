// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes Opus of a camera's sound: 48 kHz, a packet every 20 ms, at the camera's own times. Sound that is Opus already
 * passes untouched. Owns its native memory and belongs to one thread.
 */
public final class AudioConverter implements AutoCloseable {

    private final Guard guard;
    private final @Nullable Stages stages;
    private final TrackFormat format;
    private long errors;

    /** What sound goes through. */
    private record Stages(
            AVCodecContext decoder, AVPacket vessel, AVFrame decoded, SoundBuffer buffer, OpusEncoder encoder) {}

    private AudioConverter(Resources resources, @Nullable Stages stages, TrackFormat format) {
        this.guard = new Guard(resources);
        this.stages = stages;
        this.format = format;
    }

    /** Opens decoder and encoder; fails with CODEC for what cannot be decoded. */
    public static AudioConverter open(TrackFormat input) {
        Libav.load();
        var resources = new Resources();
        if (input.codec() == Codec.OPUS) {
            return new AudioConverter(resources, null, input);
        }
        try {
            int channels = Math.clamp(input.channels(), 1, 2);
            var decoder = Decoders.open(input, resources);
            var encoder = new OpusEncoder(channels, resources);
            var stages = new Stages(
                    decoder,
                    Native.packet(resources),
                    Native.emptyFrame(resources),
                    new SoundBuffer(channels, resources),
                    encoder);
            var format = TrackFormat.audio(Codec.OPUS, OpusEncoder.RATE, channels, encoder.header());
            return new AudioConverter(resources, stages, format);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    public TrackFormat format() {
        return format;
    }

    /** Takes the next packet and hands over the packets of sound that became whole with it, before it returns. */
    public void convert(Packet packet, PacketHandler handler) {
        guard.run(() -> {
            if (stages == null) {
                handler.packet(packet);
            } else {
                convert(packet, stages, handler);
            }
        });
    }

    private void convert(Packet packet, Stages through, PacketHandler handler) {
        Native.fill(through.vessel, packet.data());
        through.vessel.pts(packet.ptsMicros());
        through.vessel.flags(AV_PKT_FLAG_KEY);
        int code = avcodec_send_packet(through.decoder, through.vessel);
        av_packet_unref(through.vessel);
        if (code < 0) {
            errors++;
        }
        while (avcodec_receive_frame(through.decoder, through.decoded) >= 0) {
            long pts = through.decoded.pts() == AV_NOPTS_VALUE ? packet.ptsMicros() : through.decoded.pts();
            through.buffer.add(through.decoded, pts);
            av_frame_unref(through.decoded);
        }
        while (through.buffer.ready(OpusEncoder.SAMPLES)) {
            long pts = through.buffer.pts();
            var sound = through.buffer.take(OpusEncoder.SAMPLES);
            through.encoder.encode(sound, pts, packet.track(), handler);
        }
    }

    /** Packets that could not be decoded. */
    public long errors() {
        return errors;
    }

    @Override
    public void close() {
        guard.close();
    }
}
