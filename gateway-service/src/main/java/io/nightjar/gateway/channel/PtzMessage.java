// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.gateway.head.HoldOrder;
import org.jspecify.annotations.Nullable;

/** What a page says to a head. */
sealed interface PtzMessage {
    /** JavaScript counts no further than this. */
    long LAST_PRESS = 1L << 53;

    /** As the page wrote it; may name no camera at all. */
    String camera();

    long press();

    /** Its name in messages. */
    String wire();

    record Hold(String camera, HoldOrder order) implements PtzMessage {
        @Override
        public long press() {
            return order.press();
        }

        @Override
        public String wire() {
            return "hold";
        }
    }

    /** @param press -1 where the page gave none that makes sense: it stops everything all the same */
    record Stop(String camera, long press) implements PtzMessage {
        @Override
        public String wire() {
            return "stop";
        }
    }

    /** @param reason why it is not carried out, for people */
    record Wrong(String camera, long press, String wire, String reason) implements PtzMessage {}

    static boolean isStop(JsonNode message) {
        return "ptz".equals(message.path("type").asText())
                && "stop".equals(message.path("do").asText());
    }

    static PtzMessage parse(JsonNode message) {
        var camera = message.path("camera").asText("");
        long press = press(message.path("press"));
        var what = message.path("do").asText("");
        return switch (what) {
            // Nothing that is wrong with a stop is a reason not to stop.
            case "stop" -> new Stop(camera, press);
            case "hold" -> hold(message, camera, press);
            default -> new Wrong(camera, press, "", "A head is told \"hold\" or \"stop\".");
        };
    }

    private static PtzMessage hold(JsonNode message, String camera, long press) {
        if (press < 0) {
            return new Wrong(camera, press, "hold", "Number the presses: press is 1, 2, 3 and so on.");
        }
        var pan = speed(message, "pan");
        var tilt = speed(message, "tilt");
        var zoom = speed(message, "zoom");
        var focus = speed(message, "focus");
        return pan == null || tilt == null || zoom == null || focus == null
                ? new Wrong(camera, press, "hold", "pan, tilt, zoom and focus are numbers from -1 to 1.")
                : new Hold(camera, new HoldOrder(press, pan, tilt, zoom, focus));
    }

    private static long press(JsonNode press) {
        boolean number = press.isIntegralNumber() && press.canConvertToLong();
        return number && press.asLong() > 0 && press.asLong() <= LAST_PRESS ? press.asLong() : -1;
    }

    /** Null when it is no speed. */
    private static @Nullable Double speed(JsonNode message, String field) {
        var speed = message.path(field);
        if (speed.isMissingNode() || speed.isNull()) {
            return 0.0;
        }
        // Also turns away what is not a number at all, and what is too large for one.
        return speed.isNumber() && Math.abs(speed.asDouble()) <= 1 ? speed.asDouble() : null;
    }
}
