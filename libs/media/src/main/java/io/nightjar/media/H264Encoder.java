// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes pictures from memory as H.264 without B-frames, in software. Packets are Annex B; key packets begin with SPS and
 * PPS. Owns its native memory and belongs to one thread.
 */
public final class H264Encoder implements AutoCloseable {

    /**
     * How to encode.
     *
     * @param bitrate bits per second
     * @param gop pictures from one key picture to the next
     */
    public record Settings(int width, int height, int fps, int bitrate, int gop) {}

    private static final String SOFTWARE = "libopenh264";

    private final Guard guard;
    private final PictureEncoder encoder;
    private final AVFrame frame;
    private final TrackFormat format;

    private H264Encoder(Resources resources, PictureEncoder encoder, AVFrame frame, Settings settings) {
        this.guard = new Guard(resources);
        this.encoder = encoder;
        this.frame = frame;
        this.format = TrackFormat.video(
                Codec.H264, settings.width(), settings.height(), settings.fps(), encoder.parameterSets());
    }

    public static H264Encoder open(Settings settings) {
        Libav.load();
        var resources = new Resources();
        try {
            var shape = PictureShape.of(
                    TrackFormat.video(Codec.H264, settings.width(), settings.height(), settings.fps(), new byte[0]));
            var encoder = new PictureEncoder(
                    EncoderRecipe.named(SOFTWARE),
                    new EncoderSettings(shape, settings.fps(), settings.bitrate(), settings.gop()));
            resources.own(encoder, encoder::close);
            var frame = Native.frame(resources, encoder.pixelFormat(), settings.width(), settings.height());
            return new H264Encoder(resources, encoder, frame, settings);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    public TrackFormat format() {
        return format;
    }

    /** Encodes one picture; the handler is called before this returns. */
    public void encode(I420 picture, long ptsMicros, boolean key, PacketHandler handler) {
        guard.run(() -> {
            check("av_frame_make_writable", av_frame_make_writable(frame));
            Native.fill(frame, picture);
            encoder.encode(frame, ptsMicros, key).forEach(handler::packet);
        });
    }

    @Override
    public void close() {
        guard.close();
    }
}
