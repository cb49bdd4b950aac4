// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The head and lens of a simulated device. Positions follow from time, so that whoever paints a picture sees it turn. Safe
 * for many threads.
 */
public final class PtzHead {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final double TURN = 0.4;
    private static final double ZOOM = 0.25;

    private final Clock clock;
    private final Axis pan;
    private final Axis tilt;
    private final Axis zoom;
    private View home = new View(0, 0, 0);

    /**
     * Where it looks.
     *
     * @param pan from -1, left, to 1
     * @param tilt from -1, down, to 1
     * @param zoom from 0, wide, to 1
     */
    public record View(double pan, double tilt, double zoom) {}

    PtzHead(Clock clock) {
        this.clock = clock;
        var now = clock.instant();
        this.pan = new Axis(-1, 1, TURN, 0, now);
        this.tilt = new Axis(-1, 1, TURN, 0, now);
        this.zoom = new Axis(0, 1, ZOOM, 0, now);
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

    /** What is not mentioned goes on as it did. */
    synchronized void move(PtzWish speed, Duration longest) {
        var now = clock.instant();
        speed.pan().ifPresent(x -> pan.move(x, longest, now));
        speed.tilt().ifPresent(y -> tilt.move(y, longest, now));
        speed.zoom().ifPresent(z -> zoom.move(z, longest, now));
    }

    synchronized void seek(PtzWish target, Optional<PtzWish> speed) {
        var now = clock.instant();
        target.pan().ifPresent(x -> pan.seek(x, speed.flatMap(PtzWish::pan).orElse(1.0), now));
        target.tilt().ifPresent(y -> tilt.seek(y, speed.flatMap(PtzWish::tilt).orElse(1.0), now));
        target.zoom().ifPresent(z -> zoom.seek(z, speed.flatMap(PtzWish::zoom).orElse(1.0), now));
    }

    synchronized void shift(PtzWish way, Optional<PtzWish> speed) {
        var now = clock.instant();
        seek(
                new PtzWish(
                        way.pan().map(x -> pan.at(now) + x),
                        way.tilt().map(y -> tilt.at(now) + y),
                        way.zoom().map(z -> zoom.at(now) + z)),
                speed);
    }

    synchronized void stop(boolean panTilt, boolean lens) {
        Instant now = clock.instant();
        if (panTilt) {
            pan.stop(now);
            tilt.stop(now);
        }
        if (lens) {
            zoom.stop(now);
        }
    }

    synchronized boolean holds(PtzWish position) {
        return position.pan().filter(x -> !pan.holds(x)).isEmpty()
                && position.tilt().filter(y -> !tilt.holds(y)).isEmpty()
                && position.zoom().filter(z -> !zoom.holds(z)).isEmpty();
    }

    synchronized void home(View view) {
        home = view;
    }

    synchronized View home() {
        return home;
    }
}
