// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A direction, a way or a position as it was asked for; what is absent is not touched. */
record PtzWish(Optional<Double> pan, Optional<Double> tilt, Optional<Double> zoom) {

    static PtzWish of(PtzHead.View view) {
        return new PtzWish(Optional.of(view.pan()), Optional.of(view.tilt()), Optional.of(view.zoom()));
    }

    /** Strict: the parts are of the schema's namespace, and in its order. */
    static PtzWish read(Element element) {
        var parts = Parts.of(element, Names.SCHEMA);
        var both = parts.optional("PanTilt");
        var lens = parts.optional("Zoom");
        parts.end();
        return new PtzWish(
                both.map(found -> number(found, "x")),
                both.map(found -> number(found, "y")),
                lens.map(found -> number(found, "x")));
    }

    boolean within(double least, double most) {
        return Stream.of(pan, tilt, zoom).flatMap(Optional::stream).allMatch(value -> value >= least && value <= most);
    }

    private static double number(Element element, String name) {
        try {
            return Double.parseDouble(element.getAttribute(name));
        } catch (NumberFormatException none) {
            throw Fault.malformed(element.getLocalName() + " has no number " + name);
        }
    }
}
