// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.path;

import java.util.List;
import java.util.Locale;

/**
 * What one elementary stream of a path is.
 *
 * @param index its place in the publisher's announcement
 * @param payloadType the publisher's RTP payload type; players may be given another
 * @param channels 0 for video
 * @param parameterSets H.264: SPS, PPS; H.265: VPS, SPS, PPS; AAC: the AudioSpecificConfig; empty where there are none.
 *     No start codes.
 */
public record Track(int index, Codec codec, int payloadType, int clockRate, int channels, List<byte[]> parameterSets) {

    public enum Codec {
        H264(true),
        H265(true),
        MJPEG(true),
        AAC(false),
        OPUS(false),
        PCMU(false),
        PCMA(false),
        G722(false);

        private final boolean video;

        Codec(boolean video) {
            this.video = video;
        }

        public boolean video() {
            return video;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Track {
        parameterSets = List.copyOf(parameterSets);
    }

    public boolean video() {
        return codec.video();
    }

    public Track withParameterSets(List<byte[]> sets) {
        return new Track(index, codec, payloadType, clockRate, channels, sets);
    }
}
