// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

/** The 64-bit time of RTCP: seconds since 1900 and a fraction of 32 bits. */
public final class NtpTime {

    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final long MICROS = 1_000_000;

    private NtpTime() {}

    public static long ofEpochMicros(long micros) {
        long seconds = Math.floorDiv(micros, MICROS);
        long fraction = (Math.floorMod(micros, MICROS) << 32) / MICROS;
        return (seconds + SECONDS_1900_TO_1970) << 32 | fraction;
    }

    /** Rounded to the nearest microsecond, so that a time survives the way there and back. */
    public static long toEpochMicros(long ntp) {
        long seconds = (ntp >>> 32) - SECONDS_1900_TO_1970;
        long fraction = ((ntp & 0xffff_ffffL) * MICROS + (1L << 31)) >>> 32;
        return seconds * MICROS + fraction;
    }

    /** The middle 32 bits, which reception reports quote. */
    public static int middle(long ntp) {
        return (int) (ntp >>> 16);
    }
}
