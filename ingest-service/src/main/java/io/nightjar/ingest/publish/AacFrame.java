// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.media.TrackFormat;
import java.util.Arrays;
import java.util.List;

/** AAC as RTP wants it: frames without the headers that transport streams put before them, described once. */
final class AacFrame {

    private static final List<Integer> RATES = List.of(
            96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350);
    private static final int LOW_COMPLEXITY = 2;
    private static final int ADTS_BYTES = 7;
    private static final int CHECKED_ADTS_BYTES = 9;

    private AacFrame() {}

    static byte[] raw(byte[] frame) {
        boolean adts = frame.length > ADTS_BYTES && frame[0] == (byte) 0xff && (frame[1] & 0xf6) == 0xf0;
        if (!adts) {
            return frame;
        }
        boolean checked = (frame[1] & 1) == 0;
        return Arrays.copyOfRange(
                frame, Math.min(frame.length, checked ? CHECKED_ADTS_BYTES : ADTS_BYTES), frame.length);
    }

    /** The AudioSpecificConfig; where the input has none, that of the profile which every camera uses. */
    static byte[] configuration(TrackFormat format) {
        if (format.extradata().length > 0) {
            return format.extradata();
        }
        int rate = Math.max(0, RATES.indexOf(format.sampleRate()));
        int bits = LOW_COMPLEXITY << 11 | rate << 7 | format.channels() << 3;
        return new byte[] {(byte) (bits >> 8), (byte) bits};
    }
}
