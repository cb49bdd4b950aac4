// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The PTZ service. Strict about order and namespaces, as some devices are. */
final class PtzAnswers implements Answers.Prompt {

    private static final int EMPTY_PRESETS = 256;

    private final Profiles profiles;
    private final PtzHead head;
    private final Presets presets = new Presets();
    private final Switches<OnvifSwitch> switches;
    private final Clock clock;

    PtzAnswers(Profiles profiles, PtzHead head, Switches<OnvifSwitch> switches, Clock clock) {
        this.profiles = profiles;
        this.head = head;
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    public String namespace() {
        return Names.PTZ;
    }

    @Override
    public String now(SoapRequest request) {
        var parts = request.parts();
        var inner =
                switch (request.name()) {
                    case "GetNodes" -> PtzText.node(Presets.MOST);
                    case "GetConfigurations" -> PtzText.configuration("tptz:PTZConfiguration");
                    case "GetServiceCapabilities" -> "<tptz:Capabilities MoveStatus=\"true\" StatusPosition=\"true\"/>";
                    case "GetStatus" -> ofProfile(parts, this::status);
                    case "GetPresets" -> ofProfile(parts, this::list);
                    case "ContinuousMove" -> ofProfile(parts, this::continuousMove);
                    case "RelativeMove" -> ofProfile(parts, this::relativeMove);
                    case "AbsoluteMove" -> ofProfile(parts, this::absoluteMove);
                    case "Stop" -> ofProfile(parts, this::stop);
                    case "SetPreset" -> ofProfile(parts, this::setPreset);
                    case "GotoPreset" -> ofProfile(parts, this::gotoPreset);
                    case "RemovePreset" -> ofProfile(parts, this::removePreset);
                    case "GotoHomePosition" -> ofProfile(parts, this::gotoHome);
                    case "SetHomePosition" -> ofProfile(parts, this::setHome);
                    default -> throw Fault.notSupported();
                };
        parts.end();
        var name = "tptz:" + request.name() + "Response";
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    private interface OfProfile {
        String answer(Parts parts);
    }

    private String ofProfile(Parts parts, OfProfile operation) {
        profiles.find(parts.text("ProfileToken"));
        return operation.answer(parts);
    }

    private String status(Parts parts) {
        return "<tptz:PTZStatus><tt:Position>" + PtzText.position(head.view()) + "</tt:Position><tt:MoveStatus>"
                + "<tt:PanTilt>" + (head.turning() ? "MOVING" : "IDLE") + "</tt:PanTilt><tt:Zoom>"
                + (head.zooming() ? "MOVING" : "IDLE") + "</tt:Zoom></tt:MoveStatus><tt:UtcTime>" + clock.instant()
                + "</tt:UtcTime></tptz:PTZStatus>";
    }

    private String list(Parts parts) {
        var set = presets.all().entrySet().stream()
                .map(entry -> "<tptz:Preset token=\"" + Names.escaped(entry.getKey()) + "\"><tt:Name>"
                        + Names.escaped(entry.getValue().name()) + "</tt:Name><tt:PTZPosition>"
                        + PtzText.position(entry.getValue().view()) + "</tt:PTZPosition></tptz:Preset>")
                .collect(Collectors.joining());
        var unset = IntStream.rangeClosed(1, switches.isOn(OnvifSwitch.EMPTY_PRESETS) ? EMPTY_PRESETS : 0)
                .mapToObj(number -> "<tptz:Preset token=\"" + number + "\"/>")
                .collect(Collectors.joining());
        return set + unset;
    }

    private String continuousMove(Parts parts) {
        var velocity = PtzWish.read(parts.required("Velocity"));
        var timeout = parts.optionalText("Timeout").map(PtzAnswers::duration).orElse(PtzHead.LONGEST);
        parts.end();
        if (!velocity.within(-1, 1)) {
            throw Fault.sender("The requested velocity is out of bounds.", "ter:InvalidArgVal", "ter:InvalidVelocity");
        }
        head.move(velocity, timeout);
        return "";
    }

    private String relativeMove(Parts parts) {
        var way = PtzWish.read(parts.required("Translation"));
        var speed = speed(parts);
        parts.end();
        head.shift(way, speed);
        return "";
    }

    private String absoluteMove(Parts parts) {
        var position = PtzWish.read(parts.required("Position"));
        var speed = speed(parts);
        parts.end();
        if (!head.holds(position)) {
            throw Fault.sender("The requested position is out of bounds.", "ter:InvalidArgVal", "ter:InvalidPosition");
        }
        head.seek(position, speed);
        return "";
    }

    /** Neither part mentioned means both. */
    private String stop(Parts parts) {
        var panTilt = parts.optionalText("PanTilt").map(PtzAnswers::yes);
        var zoom = parts.optionalText("Zoom").map(PtzAnswers::yes);
        parts.end();
        if (switches.isOn(OnvifSwitch.NO_STOP)) {
            throw Fault.receiver("Action Not Implemented", "ter:ActionNotSupported");
        }
        boolean all = panTilt.isEmpty() && zoom.isEmpty();
        head.stop(all || panTilt.orElse(false), all || zoom.orElse(false));
        return "";
    }

    private String setPreset(Parts parts) {
        var name = parts.optionalText("PresetName");
        var token = parts.optionalText("PresetToken");
        parts.end();
        return "<tptz:PresetToken>" + Names.escaped(presets.set(name, token, head.view())) + "</tptz:PresetToken>";
    }

    private String gotoPreset(Parts parts) {
        var preset = presets.find(parts.text("PresetToken"));
        head.seek(PtzWish.of(preset.view()), speed(parts));
        return "";
    }

    private String removePreset(Parts parts) {
        presets.remove(parts.text("PresetToken"));
        return "";
    }

    private String gotoHome(Parts parts) {
        head.seek(PtzWish.of(head.home()), speed(parts));
        return "";
    }

    private String setHome(Parts parts) {
        head.home(head.view());
        return "";
    }

    private static Optional<PtzWish> speed(Parts parts) {
        return parts.optional("Speed").map(PtzWish::read);
    }

    private static boolean yes(String text) {
        return text.equals("true") || text.equals("1");
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException none) {
            throw Fault.malformed("the timeout is no duration");
        }
    }
}
