// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.util.Locale;

/** How a track is coded. {@code OTHER} can be counted and skipped, nothing more. */
public enum Codec {
    H264(AV_CODEC_ID_H264),
    H265(AV_CODEC_ID_HEVC),
    MJPEG(AV_CODEC_ID_MJPEG),
    AAC(AV_CODEC_ID_AAC),
    OPUS(AV_CODEC_ID_OPUS),
    PCMU(AV_CODEC_ID_PCM_MULAW),
    PCMA(AV_CODEC_ID_PCM_ALAW),
    G722(AV_CODEC_ID_ADPCM_G722),
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

    static Codec of(int id) {
        for (var codec : values()) {
            if (codec.id == id) {
                return codec;
            }
        }
        return OTHER;
    }
}
