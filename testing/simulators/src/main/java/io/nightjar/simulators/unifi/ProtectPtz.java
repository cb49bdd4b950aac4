// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Promptness.Order;
import io.nightjar.simulators.head.Wish;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** What a console does with the heads of its cameras. Presets have slots from 0; -1 is home. */
final class ProtectPtz {

    private static final int FULL = 1000;
    private static final String HOME = "-1";

    private final Vertx vertx;

    ProtectPtz(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The private interface: a list with names. */
    void list(HttpServerRequest request, ProtectCamera camera) {
        var head = camera.head();
        if (head == null) {
            withoutMotor(request);
            return;
        }
        var list = JsonNodeFactory.instance.arrayNode();
        head.presets().list().forEach((token, preset) -> {
            var node = list.addObject()
                    .put("id", "preset-" + token)
                    .put("name", preset.name())
                    .put("slot", Integer.parseInt(token));
            node.putObject("ptz")
                    .put("pan", preset.view().pan())
                    .put("tilt", preset.view().tilt())
                    .put("zoom", preset.view().zoom());
        });
        head.promptness().due(Order.OTHER, vertx).onSuccess(due -> ConsoleJson.send(request, 200, list));
    }

    void goTo(HttpServerRequest request, ProtectCamera camera, String slot) {
        var head = camera.head();
        if (head == null) {
            withoutMotor(request);
            return;
        }
        head.commands().record(slot.equals(HOME) ? "home" : "goto " + slot);
        if (slot.equals(HOME)) {
            head.goHome();
        } else if (!head.presets().goTo(slot)) {
            ConsoleJson.error(request, 404, "Preset not found");
            return;
        }
        done(request, head, Order.OTHER);
    }

    /** The private interface: on and on; zeroes stop. */
    void move(HttpServerRequest request, ProtectCamera camera, JsonNode order) {
        var head = camera.head();
        if (head == null) {
            withoutMotor(request);
            return;
        }
        var speed = order.path("payload");
        if (!order.path("type").asText().equals("continuous")
                || !valid(speed.path("x"))
                || !valid(speed.path("y"))
                || !valid(speed.path("z"))) {
            ConsoleJson.error(request, 400, "Validation failed");
            return;
        }
        double x = speed.path("x").asInt() / (double) FULL;
        double y = speed.path("y").asInt() / (double) FULL;
        double z = speed.path("z").asInt() / (double) FULL;
        if (x == 0 && y == 0 && z == 0) {
            head.commands().record("stop");
            head.stop();
            done(request, head, Order.STOP);
        } else {
            head.commands().record("move pan=" + x + " tilt=" + y + " zoom=" + z);
            head.move(Wish.of(x, y, z), Head.LONGEST);
            done(request, head, Order.MOVE);
        }
    }

    private static boolean valid(JsonNode speed) {
        return speed.isInt() && Math.abs(speed.asInt()) <= FULL;
    }

    private void done(HttpServerRequest request, Head head, Order order) {
        head.promptness()
                .due(order, vertx)
                .onSuccess(due -> request.response().setStatusCode(204).end());
    }

    private static void withoutMotor(HttpServerRequest request) {
        ConsoleJson.error(request, 400, "Camera is not a type of PTZ");
    }
}
