// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.engine.path.Unit;
import java.util.Arrays;
import java.util.List;

/** Units that look like H.264 to everything but a decoder. */
final class SamplePictures {

    static final byte[] SPS = {0x67, 0x42, (byte) 0xc0, 0x1e, (byte) 0xd9, 0x01};
    static final byte[] PPS = {0x68, (byte) 0xce, 0x3c, (byte) 0x80};

    private SamplePictures() {}

    static List<Track> tracks() {
        return List.of(
                new Track(0, Codec.H264, 96, 90_000, 0, List.of(SPS, PPS)),
                new Track(1, Codec.PCMA, 8, 8_000, 1, List.of()));
    }

    static Unit key(long ptsMicros) {
        return new Unit(0, ptsMicros, true, List.of(SPS, PPS, nal(0x65, 20_000)));
    }

    static Unit difference(long ptsMicros) {
        return difference(ptsMicros, 2_000);
    }

    static Unit difference(long ptsMicros, int bytes) {
        return new Unit(0, ptsMicros, false, List.of(nal(0x41, bytes)));
    }

    private static byte[] nal(int header, int bytes) {
        var nal = new byte[bytes];
        Arrays.fill(nal, (byte) 0x55);
        nal[0] = (byte) header;
        return nal;
    }
}
