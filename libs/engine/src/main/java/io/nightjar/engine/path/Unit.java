// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.path;

import java.util.List;

/**
 * One coded picture, or one packet of sound, as it passes through a path. Shared by all readers: nobody changes it.
 *
 * @param track index of its {@link Track}
 * @param ptsMicros when its light or sound arrived at ingest, in wall-clock microseconds since 1970, plus the
 *     presentation offset of reordered pictures. Every latency figure and every recording index comes from this number.
 * @param key a decoder can begin here; video key units carry their parameter sets
 * @param parts NAL units without start codes for H.264 and H.265; one whole JPEG for MJPEG; one frame for audio
 */
public record Unit(int track, long ptsMicros, boolean key, List<byte[]> parts) {

    public int size() {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        return size;
    }
}
