// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Encodes pictures of one size as H.264. Belongs to one thread. */
interface VideoEncoder extends AutoCloseable {

    /** Opens encoders. */
    @FunctionalInterface
    interface Factory {
        VideoEncoder open(EncoderRecipe recipe, EncoderSettings settings);
    }

    /** SPS and PPS as Annex B. */
    byte[] parameterSets();

    /** What pictures must have. */
    int pixelFormat();

    /** The packets that are ready with this picture, free to be kept: one, unless the encoder holds it back. */
    List<Packet> encode(AVFrame picture, long ptsMicros, boolean key);

    @Override
    void close();
}
