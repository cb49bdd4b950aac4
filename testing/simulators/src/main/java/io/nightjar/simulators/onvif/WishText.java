// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.head.Wish;
import java.util.StringJoiner;
import org.w3c.dom.Element;

/** Reads speeds, ways and positions; strict: the parts are of the schema's namespace, and in its order. */
final class WishText {

    private WishText() {}

    static Wish read(Element element) {
        var parts = Parts.of(element, Names.SCHEMA);
        var both = parts.optional("PanTilt");
        var lens = parts.optional("Zoom");
        parts.end();
        return new Wish(
                both.map(found -> number(found, "x")),
                both.map(found -> number(found, "y")),
                lens.map(found -> number(found, "x")));
    }

    private static double number(Element element, String name) {
        try {
            return Double.parseDouble(element.getAttribute(name));
        } catch (NumberFormatException none) {
            throw Fault.malformed(element.getLocalName() + " has no number " + name);
        }
    }

    /** As it is noted down, such as {@code pan=-0.5 tilt=0.0}. */
    static String note(Wish wish) {
        var text = new StringJoiner(" ");
        wish.pan().ifPresent(x -> text.add("pan=" + x));
        wish.tilt().ifPresent(y -> text.add("tilt=" + y));
        wish.zoom().ifPresent(z -> text.add("zoom=" + z));
        return text.toString();
    }
}
