// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.camera.Video;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jboss.logging.Logger;

/**
 * Scales and encodes pictures with the best encoder there is. Goes over to the next one when an encoder fails in
 * mid-stream, and begins anew when the pictures change. Belongs to one thread.
 */
final class EncoderStage implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EncoderStage.class);

    private final Encoders encoders;
    private final List<EncoderRecipe> recipes;
    private final Video.Encode wish;
    private final double fps;
    private final KeyTimes keys;
    private int chosen;
    private PictureShape source;
    private PictureShape shape;
    private VideoEncoder encoder;
    private PictureScaler scaler;

    EncoderStage(Encoders encoders, Video.Encode wish, PictureShape source, double fps) {
        this.encoders = encoders;
        this.recipes = encoders.choose(wish.encoder());
        this.wish = wish;
        this.fps = fps;
        this.keys = new KeyTimes(wish.keyFrameSeconds(), fps);
        this.source = source;
        this.shape = source.encoded(wish);
        this.encoder = open();
        this.scaler = scaler();
    }

    TrackFormat format() {
        return StreamFormats.withParameters(
                TrackFormat.video(Codec.H264, shape.width(), shape.height(), fps, encoder.parameterSets()));
    }

    String name() {
        return recipes.get(chosen).name();
    }

    void requestKey() {
        keys.request();
    }

    /** Makes ready for pictures of this shape; true when what comes out has another size than before. */
    boolean suits(PictureShape next) {
        if (next.equals(source)) {
            return false;
        }
        var before = shape;
        source = next;
        shape = next.encoded(wish);
        if (!shape.equals(before)) {
            reopen();
        }
        return !shape.sameSize(before);
    }

    List<Packet> encode(AVFrame picture, long ptsMicros) {
        boolean key = keys.due(ptsMicros);
        List<Packet> packets;
        try {
            packets = attempt(picture, ptsMicros, key);
        } catch (MediaException failure) {
            fallBack(failure);
            packets = attempt(picture, ptsMicros, true);
        }
        packets.stream().filter(Packet::key).forEach(packet -> keys.key(packet.ptsMicros()));
        return packets;
    }

    private List<Packet> attempt(AVFrame picture, long ptsMicros, boolean key) {
        return encoder.encode(scaler.scale(picture), ptsMicros, key);
    }

    private void fallBack(MediaException failure) {
        if (chosen + 1 >= recipes.size()) {
            throw failure;
        }
        LOG.warnf(
                "Encoder %s failed, going on with %s: %s",
                name(), recipes.get(chosen + 1).name(), failure.getMessage());
        chosen++;
        reopen();
    }

    private void reopen() {
        close();
        encoder = open();
        scaler = scaler();
        keys.request();
    }

    private VideoEncoder open() {
        while (true) {
            try {
                return encoders.open(recipes.get(chosen), settings());
            } catch (MediaException failure) {
                // Hardware serves only so many streams at once, and only some sizes.
                if (chosen + 1 >= recipes.size()) {
                    throw failure;
                }
                LOG.warnf("Encoder %s does not open, taking the next: %s", name(), failure.getMessage());
                chosen++;
            }
        }
    }

    private PictureScaler scaler() {
        try {
            return new PictureScaler(shape, encoder.pixelFormat());
        } catch (MediaException failure) {
            encoder.close();
            throw failure;
        }
    }

    private EncoderSettings settings() {
        var kbps = wish.bitrateKbps();
        int bitrate = kbps == null ? EncoderSettings.bitrate(shape, fps) : kbps * 1000;
        return new EncoderSettings(shape, fps, bitrate, keys.pictures());
    }

    @Override
    public void close() {
        encoder.close();
        scaler.close();
    }
}
