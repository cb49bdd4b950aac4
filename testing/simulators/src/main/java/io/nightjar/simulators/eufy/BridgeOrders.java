// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Wish;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries orders to cameras: the bridge answers at once, the camera when it has obeyed. Used on one event loop. */
final class BridgeOrders {

    /** How far one step goes, of the whole way from -1 to 1. */
    static final double STEP = 0.1;

    private static final int OFFLINE = -109;
    private static final int INVALID = -110;
    private static final List<String> DIRECTIONS = List.of("around", "left", "right", "up", "down");

    private final Vertx vertx;
    private final BridgeSetup setup;
    private final Consumer<ObjectNode> tell;
    private final List<Runnable> kept = new ArrayList<>();

    /** @param tell brings events to all clients that listen */
    BridgeOrders(Vertx vertx, BridgeSetup setup, Consumer<ObjectNode> tell) {
        this.vertx = vertx;
        this.setup = setup;
        this.tell = tell;
    }

    ObjectNode take(BridgeCamera camera, String command, JsonNode value, int highest, int schema) throws BridgeRefusal {
        if (!camera.commands().contains(command)) {
            throw new BridgeRefusal("device_not_supported");
        }
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > highest) {
            throw new BridgeRefusal("device_invalid_command_value");
        }
        Runnable order = () -> deliver(camera, command, value.asInt());
        if (setup.isOn(BridgeSwitch.ASLEEP)) {
            kept.add(order);
        } else {
            order.run();
        }
        return schema >= 13 ? BridgeJson.object().put("async", true) : BridgeJson.object();
    }

    /** It wakes up, and all that was kept for it reaches it. */
    void wake() {
        var late = List.copyOf(kept);
        kept.clear();
        late.forEach(Runnable::run);
    }

    private void deliver(BridgeCamera camera, String command, int value) {
        int code = setup.isOn(BridgeSwitch.STATION_AWAY) ? OFFLINE : obey(camera, command, value);
        if (setup.isOn(BridgeSwitch.UNCONFIRMED)) {
            return;
        }
        var event = BridgeJson.device("command result", camera.serial())
                .put("command", BridgeCommands.shortened(command))
                .put("returnCode", code)
                .put(
                        "returnCodeName",
                        switch (code) {
                            case 0 -> "ERROR_PPCS_SUCCESSFUL";
                            case OFFLINE -> "ERROR_DEV_OFFLINE";
                            default -> "ERROR_INVALID_PARAM";
                        });
        event.putObject("customData").putObject("command").put("name", command).put("value", value);
        vertx.setTimer(Math.max(setup.confirmation().toMillis(), 1), due -> tell.accept(event));
    }

    private static int obey(BridgeCamera camera, String command, int value) {
        var head = camera.head();
        if (head == null) {
            return INVALID;
        }
        var token = String.valueOf(value);
        switch (command) {
            case "devicePanAndTilt" -> step(head, value);
            case "devicePresetPosition" -> {
                head.commands().record("goto " + token);
                return head.presets().goTo(token) ? 0 : INVALID;
            }
            case "deviceSavePresetPosition" -> {
                head.commands().record("save " + token);
                head.presets().store(token, "Position " + (value + 1));
            }
            default -> {
                head.commands().record("delete " + token);
                return head.presets().remove(token) ? 0 : INVALID;
            }
        }
        return 0;
    }

    private static void step(Head head, int direction) {
        head.commands().record("step " + DIRECTIONS.get(direction));
        head.shift(
                switch (direction) {
                    case 1 -> Wish.pan(-STEP);
                    case 2 -> Wish.pan(STEP);
                    case 3 -> Wish.tilt(STEP);
                    case 4 -> Wish.tilt(-STEP);
                    default -> Wish.pan(2);
                });
    }
}
