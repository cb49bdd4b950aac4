// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import java.util.Optional;
import java.util.stream.Stream;

/** A speed, a way or a position as it was asked for; what is absent is not touched. */
public record Wish(Optional<Double> pan, Optional<Double> tilt, Optional<Double> zoom) {

    public static Wish of(View view) {
        return of(view.pan(), view.tilt(), view.zoom());
    }

    public static Wish of(double pan, double tilt, double zoom) {
        return new Wish(Optional.of(pan), Optional.of(tilt), Optional.of(zoom));
    }

    public static Wish turn(double pan, double tilt) {
        return new Wish(Optional.of(pan), Optional.of(tilt), Optional.empty());
    }

    public static Wish pan(double pan) {
        return new Wish(Optional.of(pan), Optional.empty(), Optional.empty());
    }

    public static Wish tilt(double tilt) {
        return new Wish(Optional.empty(), Optional.of(tilt), Optional.empty());
    }

    public static Wish zoom(double zoom) {
        return new Wish(Optional.empty(), Optional.empty(), Optional.of(zoom));
    }

    public boolean within(double least, double most) {
        return Stream.of(pan, tilt, zoom).flatMap(Optional::stream).allMatch(value -> value >= least && value <= most);
    }
}
