// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.util.Locale;

/** How a track is coded. {@code OTHER} can be counted and skipped, nothing more. */
public enum Codec {
    H264(AV_CODEC_ID_H264),
    H265(AV_CODEC_ID_HEVC),
    MJPEG(AV_CODEC_ID_MJPEG),
    MPEG4(AV_CODEC_ID_MPEG4),
    /** Pictures as a local camera's sensor gives them; the track's profile names their pixel format. */
    RAW(AV_CODEC_ID_RAWVIDEO),
    AAC(AV_CODEC_ID_AAC),
    OPUS(AV_CODEC_ID_OPUS),
    PCMU(AV_CODEC_ID_PCM_MULAW),
    PCMA(AV_CODEC_ID_PCM_ALAW),
    G722(AV_CODEC_ID_ADPCM_G722),
    /** 16-bit samples in network order, RTP's L16. */
    L16(AV_CODEC_ID_PCM_S16BE),
    /** 16-bit samples, low byte first. */
    PCM(AV_CODEC_ID_PCM_S16LE),
    MP3(AV_CODEC_ID_MP3),
    OTHER(AV_CODEC_ID_NONE);

    private final int id;

    Codec(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** The name used in events and pages. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Video is coded as NAL units. */
    boolean nalUnits() {
        return this == H264 || this == H265;
    }

    /** Every picture is whole by itself. */
    boolean intraOnly() {
        return this == MJPEG || this == RAW;
    }

    static Codec of(int id) {
        for (var codec : values()) {
            if (codec.id == id) {
                return codec;
            }
        }
        return OTHER;
    }
}
