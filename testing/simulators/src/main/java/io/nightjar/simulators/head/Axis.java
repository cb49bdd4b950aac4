// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import java.time.Duration;
import java.time.Instant;

/** One axis of a head: a straight line of positions over time, within limits. */
final class Axis {

    private final double min;
    private final double max;
    private final double unitsPerSecond;
    private double from;
    private double velocity;
    private double end;
    private Instant since;
    private Instant until;

    /** @param unitsPerSecond at full speed */
    Axis(double min, double max, double unitsPerSecond, double start, Instant now) {
        this.min = min;
        this.max = max;
        this.unitsPerSecond = unitsPerSecond;
        this.from = start;
        this.end = start;
        this.since = now;
        this.until = now;
    }

    boolean holds(double position) {
        return position >= min && position <= max;
    }

    double at(Instant now) {
        return now.isBefore(until) ? within(from + velocity * seconds(since, now)) : end;
    }

    boolean moving(Instant now) {
        return now.isBefore(until) && velocity != 0 && at(now) != end;
    }

    /** On and on, at a part of full speed, for at most so long. */
    void move(double speed, Duration longest, Instant now) {
        from = at(now);
        velocity = speed * unitsPerSecond;
        since = now;
        until = now.plus(longest);
        end = within(from + velocity * seconds(since, until));
    }

    /** To a position, at a part of full speed. */
    void seek(double target, double speed, Instant now) {
        from = at(now);
        end = within(target);
        var pace = Math.max(0.01, Math.abs(speed)) * unitsPerSecond;
        velocity = Math.signum(end - from) * pace;
        since = now;
        until = now.plusNanos((long) (Math.abs(end - from) / pace * 1e9));
    }

    void stop(Instant now) {
        end = at(now);
        until = now;
    }

    private double within(double position) {
        return Math.max(min, Math.min(max, position));
    }

    private static double seconds(Instant start, Instant later) {
        return Math.max(0, Duration.between(start, later).toNanos() / 1e9);
    }
}
