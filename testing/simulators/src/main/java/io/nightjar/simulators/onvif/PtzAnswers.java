// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The PTZ service. Strict about order and namespaces, as some devices are. */
final class PtzAnswers implements Answers.Prompt {

    private static final int EMPTY_PRESETS = 256;

    private final Profiles profiles;
    private final Head head;
    private final PtzMoves moves;
    private final OnvifPresets presets;
    private final Switches<OnvifSwitch> switches;
    private final Clock clock;

    PtzAnswers(Profiles profiles, Head head, Switches<OnvifSwitch> switches, Clock clock) {
        this.profiles = profiles;
        this.head = head;
        this.moves = new PtzMoves(head, switches);
        this.presets = new OnvifPresets(head);
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    public String namespace() {
        return Names.PTZ;
    }

    @Override
    public String now(SoapRequest request) {
        if (switches.isOn(OnvifSwitch.NO_PTZ)) {
            throw Fault.notSupported();
        }
        var parts = request.parts();
        var inner =
                switch (request.name()) {
                    case "GetNodes" -> PtzText.node(switches);
                    case "GetConfigurations" -> PtzText.configuration("tptz:PTZConfiguration", switches);
                    case "GetServiceCapabilities" -> "<tptz:Capabilities MoveStatus=\"true\" StatusPosition=\"true\"/>";
                    default -> ofProfile(request.name(), parts);
                };
        parts.end();
        var name = "tptz:" + request.name() + "Response";
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    private String ofProfile(String operation, Parts parts) {
        profiles.find(parts.text("ProfileToken"));
        return switch (operation) {
            case "GetStatus" -> status();
            case "ContinuousMove" -> moves.continuously(parts);
            case "RelativeMove" -> moves.relatively(parts);
            case "AbsoluteMove" -> moves.absolutely(parts);
            case "Stop" -> moves.stop(parts);
            case "GotoHomePosition", "SetHomePosition" -> home(operation, parts);
            case "GetPresets", "SetPreset", "GotoPreset", "RemovePreset" -> preset(operation, parts);
            default -> throw Fault.notSupported();
        };
    }

    private String status() {
        var position = switches.isOn(OnvifSwitch.NO_POSITION)
                ? ""
                : "<tt:Position>" + PtzText.position(head.view()) + "</tt:Position>";
        boolean stuck = switches.isOn(OnvifSwitch.STUCK_STATUS);
        var status = switches.isOn(OnvifSwitch.NO_MOVE_STATUS)
                ? ""
                : "<tt:MoveStatus><tt:PanTilt>" + PtzText.state(stuck || head.turning()) + "</tt:PanTilt><tt:Zoom>"
                        + PtzText.state(stuck || head.zooming()) + "</tt:Zoom></tt:MoveStatus>";
        return "<tptz:PTZStatus>" + position + status + "<tt:UtcTime>" + clock.instant()
                + "</tt:UtcTime></tptz:PTZStatus>";
    }

    private String home(String operation, Parts parts) {
        if (switches.isOn(OnvifSwitch.NO_HOME)) {
            throw Fault.notSupported();
        }
        if (operation.equals("GotoHomePosition")) {
            return moves.home(parts);
        }
        head.commands().record(operation);
        head.setHome(head.view());
        return "";
    }

    private String preset(String operation, Parts parts) {
        if (switches.isOn(OnvifSwitch.NO_PRESETS)) {
            throw Fault.notSupported();
        }
        return switch (operation) {
            case "SetPreset" -> set(parts);
            case "GotoPreset" -> {
                var token = parts.text("PresetToken");
                head.commands().record(operation + " " + token);
                presets.goTo(token, PtzMoves.speed(parts));
                yield "";
            }
            case "RemovePreset" -> {
                presets.remove(parts.text("PresetToken"));
                yield "";
            }
            default -> list();
        };
    }

    private String set(Parts parts) {
        var name = parts.optionalText("PresetName");
        var token = parts.optionalText("PresetToken");
        parts.end();
        return "<tptz:PresetToken>" + Names.escaped(presets.set(name, token)) + "</tptz:PresetToken>";
    }

    private String list() {
        var set = presets.all().list().entrySet().stream()
                .map(entry -> "<tptz:Preset token=\"" + Names.escaped(entry.getKey()) + "\"><tt:Name>"
                        + Names.escaped(entry.getValue().name()) + "</tt:Name><tt:PTZPosition>"
                        + PtzText.position(entry.getValue().view()) + "</tt:PTZPosition></tptz:Preset>")
                .collect(Collectors.joining());
        var unset = IntStream.rangeClosed(1, switches.isOn(OnvifSwitch.EMPTY_PRESETS) ? EMPTY_PRESETS : 0)
                .mapToObj(number -> "<tptz:Preset token=\"" + number + "\"/>")
                .collect(Collectors.joining());
        return set + unset;
    }
}
