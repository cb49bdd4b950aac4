// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.Arrays;
import java.util.Objects;

/**
 * What one track is. Built by {@link #video} or {@link #audio}, or read from an input.
 *
 * @param fps 0 when the input does not say
 * @param extradata parameter sets as libav keeps them: for H.264 and H.265 Annex B with start codes, and then packets are
 *     Annex B too; or, when the first byte is 1, avcC/hvcC, and then packets are length-prefixed. AAC: the
 *     AudioSpecificConfig. Empty when unknown.
 * @param timeBaseNumerator the clock of the input; packets are always handed over in microseconds
 * @param profile the codec's profile in words, empty when unknown; of RAW pictures their pixel format
 * @param reorderFrames how many B-frames deep pictures are reordered; 0 for cameras that send none, -1 when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // parameter sets are written once and compared by content below
public record TrackFormat(
        Kind kind,
        Codec codec,
        int width,
        int height,
        double fps,
        int sampleRate,
        int channels,
        byte[] extradata,
        int timeBaseNumerator,
        int timeBaseDenominator,
        String profile,
        int reorderFrames) {

    /** Pictures or sound. */
    public enum Kind {
        VIDEO,
        AUDIO,
        OTHER
    }

    public static TrackFormat video(Codec codec, int width, int height, double fps, byte[] extradata) {
        return new TrackFormat(Kind.VIDEO, codec, width, height, fps, 0, 0, extradata, 1, 90_000, "", -1);
    }

    /** JPEG pictures, each a packet of its own and a key packet. */
    public static TrackFormat mjpeg(int width, int height) {
        return new TrackFormat(
                Kind.VIDEO, Codec.MJPEG, width, height, 0, 0, 0, new byte[0], 1, 1_000_000, "Baseline", 0);
    }

    public static TrackFormat audio(Codec codec, int sampleRate, int channels, byte[] extradata) {
        return new TrackFormat(Kind.AUDIO, codec, 0, 0, 0, sampleRate, channels, extradata, 1, sampleRate, "", 0);
    }

    public boolean video() {
        return kind == Kind.VIDEO;
    }

    /** Pictures come in another order than they are shown. */
    public boolean bFrames() {
        return reorderFrames > 0;
    }

    /** Packets carry length-prefixed NAL units rather than Annex B. */
    public boolean lengthPrefixed() {
        return codec.nalUnits() && extradata.length > 0 && extradata[0] == 1;
    }

    public TrackFormat withExtradata(byte[] changed) {
        return new TrackFormat(
                kind,
                codec,
                width,
                height,
                fps,
                sampleRate,
                channels,
                changed,
                timeBaseNumerator,
                timeBaseDenominator,
                profile,
                reorderFrames);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrackFormat that
                && kind == that.kind
                && codec == that.codec
                && width == that.width
                && height == that.height
                && Double.compare(fps, that.fps) == 0
                && sampleRate == that.sampleRate
                && channels == that.channels
                && Arrays.equals(extradata, that.extradata)
                && profile.equals(that.profile)
                && reorderFrames == that.reorderFrames;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, codec, width, height, sampleRate, channels, Arrays.hashCode(extradata));
    }
}
