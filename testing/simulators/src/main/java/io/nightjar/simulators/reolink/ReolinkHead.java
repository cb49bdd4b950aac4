// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Promptness.Order;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The commands for the head of a camera that has one. Orders take effect when they arrive. */
final class ReolinkHead {

    private static final int PAN_MOST = 3550;
    private static final int TILT_MOST = 900;
    private static final int ZOOM_MOST = 33;

    private final Head head;
    private final Switches<ReolinkSwitch> switches;
    private final ReolinkOps ops;
    private final ReolinkPlaces places;
    private final Map<String, Function<JsonNode, ObjectNode>> commands;

    ReolinkHead(Head head, Switches<ReolinkSwitch> switches) {
        this.head = head;
        this.switches = switches;
        this.ops = new ReolinkOps(head, switches);
        this.places = new ReolinkPlaces(head);
        this.commands = Map.of(
                "PtzCtrl", item -> ops.answer(item.path("param")),
                "GetPtzPreset", item -> places.list(),
                "SetPtzPreset", item -> places.set(item.path("param").path("PtzPreset")),
                "GetPtzGuard", item -> guard(),
                "SetPtzGuard", item -> setGuard(item.path("param").path("PtzGuard")),
                "GetPtzCurPos", this::position,
                "GetZoomFocus", this::lens);
    }

    /** Empty for a command that is not about the head. */
    Optional<ObjectNode> answer(String command, JsonNode item) {
        var known = commands.get(command);
        if (known == null) {
            return Optional.empty();
        }
        return Optional.of(
                channel(item.path("param")) == 0
                        ? known.apply(item)
                        : ReolinkJson.error(command, ReolinkError.CHANNEL));
    }

    /** Some commands name it within what they set. */
    private static int channel(JsonNode parameters) {
        for (var wrapped : Set.of("PtzPreset", "PtzGuard", "PtzCurPos")) {
            if (parameters.has(wrapped)) {
                return parameters.path(wrapped).path("channel").asInt(-1);
            }
        }
        return parameters.path("channel").asInt(-1);
    }

    Order about(JsonNode item) {
        var parameters = item.path("param");
        if (item.path("cmd").asText().equals("PtzCtrl")) {
            return parameters.path("op").asText().equals("Stop") ? Order.STOP : Order.MOVE;
        }
        return parameters.path("PtzGuard").path("cmdStr").asText().equals("toPos") ? Order.MOVE : Order.OTHER;
    }

    Head head() {
        return head;
    }

    void describe(ObjectNode channel) {
        int kind = switches.isOn(ReolinkSwitch.NO_PTZ_SPEED) ? 5 : 2;
        if (!switches.isOn(ReolinkSwitch.PTZ_KIND_UNTOLD)) {
            channel.putObject("ptzType").put("permit", 0).put("ver", kind);
        }
        channel.putObject("ptzCtrl").put("permit", 7).put("ver", 1);
        channel.putObject("ptzPreset").put("permit", 7).put("ver", 1);
    }

    private ObjectNode guard() {
        if (switches.isOn(ReolinkSwitch.NO_PTZ_GUARD)) {
            return ReolinkJson.error("GetPtzGuard", ReolinkError.NOT_SUPPORTED);
        }
        var value = ReolinkJson.object();
        value.putObject("PtzGuard")
                .put("benable", 0)
                .put("bexistPos", switches.isOn(ReolinkSwitch.PTZ_GUARD_UNSET) ? 0 : 1)
                .put("channel", 0)
                .put("timeout", 60);
        return ReolinkJson.value("GetPtzGuard", value);
    }

    private ObjectNode setGuard(JsonNode guard) {
        if (switches.isOn(ReolinkSwitch.NO_PTZ_GUARD)) {
            return ReolinkJson.error("SetPtzGuard", ReolinkError.NOT_SUPPORTED);
        }
        switch (guard.path("cmdStr").asText()) {
            case "setPos" -> {
                head.commands().record("set-home");
                if (guard.path("bSaveCurrentPos").asInt() == 1) {
                    head.setHome(head.view());
                    switches.turn(ReolinkSwitch.PTZ_GUARD_UNSET, false);
                }
            }
            case "toPos" -> {
                head.commands().record("home");
                if (switches.isOn(ReolinkSwitch.PTZ_GUARD_UNSET)) {
                    return ReolinkJson.error("SetPtzGuard", ReolinkError.NOT_EXIST);
                }
                head.goHome();
            }
            default -> {
                return ReolinkJson.error("SetPtzGuard", ReolinkError.PARAMETER);
            }
        }
        return ReolinkJson.done("SetPtzGuard");
    }

    private ObjectNode position(JsonNode item) {
        if (switches.isOn(ReolinkSwitch.NO_PTZ_POSITION)) {
            return ReolinkJson.error("GetPtzCurPos", ReolinkError.NOT_SUPPORTED);
        }
        var view = head.view();
        var value = ReolinkJson.object();
        value.putObject("PtzCurPos")
                .put("channel", 0)
                .put("Ppos", Math.round((view.pan() + 1) / 2 * PAN_MOST))
                .put("Tpos", Math.round((view.tilt() + 1) / 2 * TILT_MOST));
        var range = ReolinkJson.object();
        var both = range.putObject("PtzCurPos");
        both.putObject("Ppos").put("min", 0).put("max", PAN_MOST);
        both.putObject("Tpos").put("min", 0).put("max", TILT_MOST);
        return ReolinkJson.ranged("GetPtzCurPos", value, item, range);
    }

    private ObjectNode lens(JsonNode item) {
        var value = ReolinkJson.object();
        var lens = value.putObject("ZoomFocus").put("channel", 0);
        lens.putObject("focus").put("pos", Math.round((head.focus() + 1) / 2 * 255));
        lens.putObject("zoom").put("pos", Math.round(head.view().zoom() * ZOOM_MOST));
        var range = ReolinkJson.object();
        var both = range.putObject("ZoomFocus");
        both.putObject("focus").putObject("pos").put("min", 0).put("max", 255);
        both.putObject("zoom").putObject("pos").put("min", 0).put("max", ZOOM_MOST);
        return ReolinkJson.ranged("GetZoomFocus", value, item, range);
    }
}
