// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;

/** The imaging service, as far as it moves the focus. */
final class ImagingAnswers implements Answers.Prompt {

    private final Profiles profiles;
    private final Head head;
    private final Switches<OnvifSwitch> switches;

    ImagingAnswers(Profiles profiles, Head head, Switches<OnvifSwitch> switches) {
        this.profiles = profiles;
        this.head = head;
        this.switches = switches;
    }

    @Override
    public String namespace() {
        return Names.IMAGING;
    }

    @Override
    public String now(SoapRequest request) {
        if (switches.isOn(OnvifSwitch.NO_IMAGING)) {
            throw Fault.notSupported();
        }
        var parts = request.parts();
        checkSource(parts.text("VideoSourceToken"));
        var inner =
                switch (request.name()) {
                    case "GetMoveOptions" ->
                        "<timg:MoveOptions><tt:Continuous><tt:Speed><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:Speed>"
                                + "</tt:Continuous></timg:MoveOptions>";
                    case "Move" -> move(parts);
                    case "Stop" -> stop();
                    default -> throw Fault.notSupported();
                };
        parts.end();
        var name = "timg:" + request.name() + "Response";
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    private void checkSource(String token) {
        if (profiles.all().stream().noneMatch(profile -> profile.source().equals(token))) {
            throw Fault.sender("The video source does not exist.", "ter:InvalidArgVal", "ter:NoSource");
        }
    }

    private String move(Parts parts) {
        var focus = Parts.of(parts.required("Focus"), Names.SCHEMA);
        var text = Parts.of(focus.required("Continuous"), Names.SCHEMA).text("Speed");
        focus.end();
        try {
            var speed = Double.parseDouble(text);
            head.commands().record("Move focus=" + speed);
            head.moveFocus(speed, Head.LONGEST);
            return "";
        } catch (NumberFormatException none) {
            throw Fault.malformed("the speed is no number");
        }
    }

    private String stop() {
        head.commands().record("Stop focus");
        head.stopFocus();
        return "";
    }
}
