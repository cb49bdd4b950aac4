// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track.Codec;

/** RTP timestamps of one session's sound: exact by samples while it flows, back on the wall clock after a gap. */
final class AudioTimestamps {

    private static final int OPUS_RATE = 48_000;

    private final Codec codec;
    private final int clockRate;
    private long next = Long.MIN_VALUE;

    AudioTimestamps(Codec codec, int clockRate) {
        this.codec = codec;
        this.clockRate = clockRate;
    }

    int next(long ptsMicros, byte[] frame) {
        long wall = ticks(ptsMicros);
        // Arrival jitter must not be heard; a gap or a drift of a tenth of a second must be caught up with.
        if (next == Long.MIN_VALUE || Math.abs(wall - next) > clockRate / 10) {
            next = Math.max(wall, next);
        }
        long now = next;
        next += samples(frame);
        return (int) now;
    }

    long ticks(long micros) {
        return Math.floorDiv(micros, 1_000_000) * clockRate + Math.floorMod(micros, 1_000_000L) * clockRate / 1_000_000;
    }

    private int samples(byte[] frame) {
        return codec == Codec.OPUS ? opusSamples(frame) : frame.length;
    }

    /** RFC 6716, section 3.1: the first byte says how long a frame is, and its last two bits how many there are. */
    static int opusSamples(byte[] packet) {
        if (packet.length == 0) {
            return 0;
        }
        int toc = packet[0] & 0xff;
        int configuration = toc >> 3;
        int frames =
                switch (toc & 3) {
                    case 0 -> 1;
                    case 1, 2 -> 2;
                    default -> packet.length > 1 ? packet[1] & 0x3f : 0;
                };
        return frames * frameSamples(configuration);
    }

    private static int frameSamples(int configuration) {
        if (configuration >= 16) {
            return (OPUS_RATE / 400) << (configuration & 3);
        }
        if (configuration >= 12) {
            return (OPUS_RATE / 100) << (configuration & 1);
        }
        int step = configuration & 3;
        return step == 3 ? OPUS_RATE * 60 / 1000 : (OPUS_RATE / 100) << step;
    }
}
