// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.rtsp.rtp.NtpTime;
import io.nightjar.rtsp.rtp.RtpTimeline;

/**
 * Turns RTP timestamps of one track into wall-clock microseconds: by sender reports when the sender's clock agrees with
 * ours, by arrival otherwise. It never jumps back: corrections are worked in slowly, unless the stream itself jumped.
 */
final class UnitClock {

    /** A sender whose clock is further off than this is not believed. */
    private static final long BELIEVABLE_MICROS = 10_000_000;

    /** Forward corrections above this are made at once: the gap is real. */
    private static final long FORWARD_JUMP_MICROS = 1_000_000;

    private static final long WINDOW_MICROS = 5_000_000;
    private static final int SLEW_DIVISOR = 10;

    private final RtpTimeline timeline;
    private boolean anchored;
    private boolean reported;
    private long offset;
    private long target;
    private long lastMedia;
    private long windowBegin;
    private long windowMinimum;

    UnitClock(int clockRate) {
        this.timeline = new RtpTimeline(clockRate);
    }

    /** The sender says: this timestamp was at this wall-clock time. */
    void report(long ntp, int timestamp, long nowMicros) {
        long said = NtpTime.toEpochMicros(ntp);
        if (Math.abs(said - nowMicros) > BELIEVABLE_MICROS) {
            return;
        }
        reported = true;
        target = said - timeline.peekMicros(timestamp);
        if (!anchored) {
            offset = target;
        }
    }

    /** When this unit was. Never far from its arrival, whatever the stream says. */
    long micros(int timestamp, long arrivalMicros) {
        long media = timeline.micros(timestamp);
        if (!anchored) {
            anchor(media, arrivalMicros);
        }
        observe(media, arrivalMicros);
        slew(media);
        if (Math.abs(media + offset - arrivalMicros) > BELIEVABLE_MICROS) {
            reported = false;
            anchor(media, arrivalMicros);
        }
        return media + offset;
    }

    private void anchor(long media, long arrivalMicros) {
        anchored = true;
        lastMedia = media;
        windowBegin = arrivalMicros;
        windowMinimum = Long.MAX_VALUE;
        if (!reported) {
            target = arrivalMicros - media;
        }
        offset = target;
    }

    /** Without reports: packets can only be late, so the earliest of a while is nearest to the truth. */
    private void observe(long media, long arrivalMicros) {
        windowMinimum = Math.min(windowMinimum, arrivalMicros - media);
        if (!reported) {
            target = Math.min(target, windowMinimum);
        }
        if (arrivalMicros - windowBegin < WINDOW_MICROS) {
            return;
        }
        if (!reported) {
            target = windowMinimum;
        }
        windowBegin = arrivalMicros;
        windowMinimum = Long.MAX_VALUE;
    }

    private void slew(long media) {
        long step = Math.max(0, media - lastMedia) / SLEW_DIVISOR;
        lastMedia = Math.max(lastMedia, media);
        long correction = target - offset;
        if (correction > FORWARD_JUMP_MICROS) {
            offset = target;
        } else {
            offset += Math.clamp(correction, -step, step);
        }
    }
}
