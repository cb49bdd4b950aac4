// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.time.Duration;
import java.time.Instant;

/** One axis of a head: a straight line of positions over time, within limits. */
final class Axis {

    private final double min;
    private final double max;
    private final double unitsPerSecond;
    private double from;
    private double velocity;
    private Instant since;
    private Instant until;

    /** @param unitsPerSecond at full speed */
    Axis(double min, double max, double unitsPerSecond, double start, Instant now) {
        this.min = min;
        this.max = max;
        this.unitsPerSecond = unitsPerSecond;
        this.from = start;
        this.since = now;
        this.until = now;
    }

    boolean holds(double position) {
        return position >= min && position <= max;
    }

    double at(Instant now) {
        var end = now.isAfter(until) ? until : now;
        double seconds = Math.max(0, Duration.between(since, end).toNanos() / 1e9);
        return Math.max(min, Math.min(max, from + velocity * seconds));
    }

    boolean moving(Instant now) {
        double position = at(now);
        return now.isBefore(until)
                && velocity != 0
                && !(velocity > 0 && position >= max)
                && !(velocity < 0 && position <= min);
    }

    /** On and on, at a part of full speed, for at most so long. */
    void move(double speed, Duration longest, Instant now) {
        begin(speed * unitsPerSecond, now, now.plus(longest));
    }

    /** To a position, at a part of full speed. */
    void seek(double target, double speed, Instant now) {
        double way = Math.max(min, Math.min(max, target)) - at(now);
        double pace = Math.max(0.01, Math.abs(speed)) * unitsPerSecond;
        begin(Math.signum(way) * pace, now, now.plusNanos((long) (Math.abs(way) / pace * 1e9)));
    }

    void stop(Instant now) {
        begin(0, now, now);
    }

    private void begin(double newVelocity, Instant now, Instant end) {
        from = at(now);
        velocity = newVelocity;
        since = now;
        until = end;
    }
}
