// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a simulated head looks, and what it was told, oldest first.
 *
 * @param pan from -1, left, to 1
 * @param tilt from -1, down, to 1
 * @param zoom from 0, wide, to 1
 */
public record HeadView(double pan, double tilt, double zoom, boolean moving, List<Order> orders) {

    /** As it reached the camera, in the words of its language. */
    public record Order(Instant at, String text) {

        public boolean stops() {
            return text.toLowerCase(Locale.ROOT).contains("stop");
        }
    }

    public HeadView {
        orders = List.copyOf(orders);
    }

    static HeadView of(JsonNode node) {
        var orders = new ArrayList<Order>();
        for (var command : node.path("commands")) {
            orders.add(new Order(
                    Instant.ofEpochMilli(command.path("at").asLong()),
                    command.path("text").asText()));
        }
        return new HeadView(
                node.path("pan").asDouble(),
                node.path("tilt").asDouble(),
                node.path("zoom").asDouble(),
                node.path("moving").asBoolean(),
                orders);
    }

    /** What ended the last move. Some languages stop one axis before they move another: that ends nothing. */
    public Optional<Order> stopAfterTheLastMove() {
        Order first = null;
        for (var order : orders) {
            if (!order.stops()) {
                first = null;
            } else if (first == null) {
                first = order;
            }
        }
        return Optional.ofNullable(first);
    }
}
