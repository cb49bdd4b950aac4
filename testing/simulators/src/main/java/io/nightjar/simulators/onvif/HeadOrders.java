// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.head.Promptness.Order;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** What a request is about, as far as the head is concerned. */
final class HeadOrders {

    private HeadOrders() {}

    static Order of(SoapRequest request) {
        return switch (request.name()) {
            case "Stop" -> Order.STOP;
            case "ContinuousMove" -> stands(request) ? Order.STOP : Order.MOVE;
            case "RelativeMove", "AbsoluteMove", "GotoPreset", "GotoHomePosition", "Move" -> Order.MOVE;
            default -> Order.OTHER;
        };
    }

    /** A move at no speed is how a head without a stop is stopped. */
    private static boolean stands(SoapRequest request) {
        var all = request.operation().getElementsByTagNameNS(Names.SCHEMA, "*");
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Node::getAttributes)
                .allMatch(attributes -> zero(attributes.getNamedItem("x")) && zero(attributes.getNamedItem("y")));
    }

    private static boolean zero(@Nullable Node number) {
        return number == null || number.getNodeValue().matches("-?0*\\.?0*");
    }
}
