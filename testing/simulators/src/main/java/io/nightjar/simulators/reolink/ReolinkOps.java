// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Way;
import io.nightjar.simulators.head.Wish;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What PtzCtrl knows. A movement goes on until Stop, which ends all; a new one leaves alone what moves otherwise. */
final class ReolinkOps {

    private static final Duration FOR_EVER = Duration.ofHours(12);
    private static final int FASTEST = 64;
    private static final double USUAL = 0.5;

    private static final Map<String, Integer> LENS = Map.of("ZoomInc", 1, "ZoomDec", -1, "FocusInc", 1, "FocusDec", -1);

    private final Head head;
    private final Switches<ReolinkSwitch> switches;

    ReolinkOps(Head head, Switches<ReolinkSwitch> switches) {
        this.head = head;
        this.switches = switches;
    }

    ObjectNode answer(JsonNode parameters) {
        var speed = parameters.path("speed");
        if (!speed.isMissingNode() && switches.isOn(ReolinkSwitch.NO_PTZ_SPEED)) {
            // One or the other, depending on the model.
            return error(
                    switches.isOn(ReolinkSwitch.PTZ_KIND_UNTOLD) ? ReolinkError.NOT_SUPPORTED : ReolinkError.PARAMETER);
        }
        if (!speed.isMissingNode() && (!speed.isInt() || speed.asInt() < 1 || speed.asInt() > FASTEST)) {
            return error(ReolinkError.PARAMETER);
        }
        return carriedOut(parameters.path("op").asText(), parameters, speed.isInt() ? speed.asInt() / 64.0 : USUAL);
    }

    private ObjectNode carriedOut(String op, JsonNode parameters, double speed) {
        var turn = Way.BY_WORD.get(op);
        if (turn != null) {
            head.commands().record("move pan=" + number(turn.pan() * speed) + " tilt=" + number(turn.tilt() * speed));
            head.move(Wish.turn(turn.pan() * speed, turn.tilt() * speed), FOR_EVER);
        } else if (LENS.containsKey(op)) {
            lens(op, LENS.getOrDefault(op, 0) * speed);
        } else if (op.equals("Stop")) {
            head.commands().record("stop");
            head.stop();
        } else if (op.equals("ToPos")) {
            var id = parameters.path("id").asText();
            head.commands().record("goto-preset " + id);
            if (!head.presets().goTo(id)) {
                return error(ReolinkError.NOT_EXIST);
            }
        } else {
            return error(ReolinkError.NOT_SUPPORTED);
        }
        return ReolinkJson.done("PtzCtrl");
    }

    private void lens(String op, double speed) {
        if (op.startsWith("Zoom")) {
            head.commands().record("move zoom=" + number(speed));
            head.move(Wish.zoom(speed), FOR_EVER);
        } else {
            head.commands().record("move focus=" + number(speed));
            head.moveFocus(speed, FOR_EVER);
        }
    }

    private static ObjectNode error(ReolinkError error) {
        return ReolinkJson.error("PtzCtrl", error);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
