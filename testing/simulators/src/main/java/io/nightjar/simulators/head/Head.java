// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The head and the lens of a simulated camera, whatever language moves it. Positions follow from time, so that whoever
 * paints a picture sees it turn. Safe for many threads.
 */
public final class Head {

    /** A move that nobody stops ends by itself after so long, as with most cameras. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    /** Units per second at full speed. */
    public static final double TURN = 0.4;

    public static final double ZOOM = 0.25;

    private final Clock clock;
    private final Axis pan;
    private final Axis tilt;
    private final Axis zoom;
    private final Axis focus;
    private final Presets presets = new Presets(this);
    private final Commands commands;
    private final Promptness promptness = new Promptness();
    private View home = View.AHEAD;

    public Head(Clock clock) {
        this.clock = clock;
        this.commands = new Commands(clock);
        var now = clock.instant();
        this.pan = new Axis(-1, 1, TURN, 0, now);
        this.tilt = new Axis(-1, 1, TURN, 0, now);
        this.zoom = new Axis(0, 1, ZOOM, 0, now);
        this.focus = new Axis(-1, 1, ZOOM, 0, now);
    }

    public synchronized View view() {
        var now = clock.instant();
        return new View(pan.at(now), tilt.at(now), zoom.at(now));
    }

    public synchronized boolean turning() {
        var now = clock.instant();
        return pan.moving(now) || tilt.moving(now);
    }

    public synchronized boolean zooming() {
        return zoom.moving(clock.instant());
    }

    /** Any part of it. */
    public synchronized boolean moving() {
        return turning() || zooming() || focus.moving(clock.instant());
    }

    /** On and on at parts of full speed, -1 to 1, for at most so long; what is not mentioned goes on as it did. */
    public synchronized void move(Wish speed, Duration longest) {
        var now = clock.instant();
        speed.pan().ifPresent(x -> pan.move(x, longest, now));
        speed.tilt().ifPresent(y -> tilt.move(y, longest, now));
        speed.zoom().ifPresent(z -> zoom.move(z, longest, now));
    }

    /** To a position, at full speed. */
    public void seek(Wish target) {
        seek(target, Optional.empty());
    }

    public synchronized void seek(Wish target, Optional<Wish> speed) {
        var now = clock.instant();
        target.pan().ifPresent(x -> pan.seek(x, speed.flatMap(Wish::pan).orElse(1.0), now));
        target.tilt().ifPresent(y -> tilt.seek(y, speed.flatMap(Wish::tilt).orElse(1.0), now));
        target.zoom().ifPresent(z -> zoom.seek(z, speed.flatMap(Wish::zoom).orElse(1.0), now));
    }

    /** So much further from where it is now, at full speed. */
    public void shift(Wish way) {
        shift(way, Optional.empty());
    }

    public synchronized void shift(Wish way, Optional<Wish> speed) {
        var now = clock.instant();
        seek(
                new Wish(
                        way.pan().map(x -> pan.at(now) + x),
                        way.tilt().map(y -> tilt.at(now) + y),
                        way.zoom().map(z -> zoom.at(now) + z)),
                speed);
    }

    /** @param lens zoom and focus */
    public synchronized void stop(boolean panTilt, boolean lens) {
        var now = clock.instant();
        if (panTilt) {
            pan.stop(now);
            tilt.stop(now);
        }
        if (lens) {
            zoom.stop(now);
            focus.stop(now);
        }
    }

    public void stop() {
        stop(true, true);
    }

    /** Positive is farther. */
    public synchronized void moveFocus(double speed, Duration longest) {
        focus.move(speed, longest, clock.instant());
    }

    public synchronized void stopFocus() {
        focus.stop(clock.instant());
    }

    /** From -1, near, to 1, far. */
    public synchronized double focus() {
        return focus.at(clock.instant());
    }

    /** Whether a position can be reached. */
    public boolean holds(Wish position) {
        return position.pan().filter(x -> !pan.holds(x)).isEmpty()
                && position.tilt().filter(y -> !tilt.holds(y)).isEmpty()
                && position.zoom().filter(z -> !zoom.holds(z)).isEmpty();
    }

    public synchronized View home() {
        return home;
    }

    public synchronized void setHome(View view) {
        home = view;
    }

    public void goHome() {
        seek(Wish.of(home()));
    }

    public Presets presets() {
        return presets;
    }

    /** What it was told, in whatever language. */
    public Commands commands() {
        return commands;
    }

    public Promptness promptness() {
        return promptness;
    }
}
