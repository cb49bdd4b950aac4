// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import java.util.stream.Collectors;

/** The first media service. */
final class MediaAnswers implements Answers.Prompt {

    private final Profiles profiles;
    private final Addresses addresses;
    private final Switches<OnvifSwitch> switches;

    MediaAnswers(Profiles profiles, Addresses addresses, Switches<OnvifSwitch> switches) {
        this.profiles = profiles;
        this.addresses = addresses;
        this.switches = switches;
    }

    @Override
    public String namespace() {
        return Names.MEDIA;
    }

    @Override
    public String now(SoapRequest request) {
        return switch (request.name()) {
            case "GetProfiles" ->
                profiles.all().stream()
                        .filter(OnvifProfile::knownToMedia)
                        .map(profile -> "<trt:Profiles fixed=\"true\" token=\"" + Names.escaped(profile.token()) + "\">"
                                + "<tt:Name>" + Names.escaped(profile.name()) + "</tt:Name>"
                                + ProfileText.source("tt:VideoSourceConfiguration", profile)
                                + ProfileText.encoder("tt:VideoEncoderConfiguration", profile)
                                + ptz() + "</trt:Profiles>")
                        .collect(Collectors.joining("", "<trt:GetProfilesResponse>", "</trt:GetProfilesResponse>"));
            case "GetVideoSources" ->
                profiles.all().stream()
                        .map(OnvifProfile::source)
                        .distinct()
                        .map(source -> "<trt:VideoSources token=\"" + source + "\"><tt:Framerate>15</tt:Framerate>"
                                + "<tt:Resolution><tt:Width>1280</tt:Width><tt:Height>720</tt:Height></tt:Resolution>"
                                + "</trt:VideoSources>")
                        .collect(Collectors.joining(
                                "", "<trt:GetVideoSourcesResponse>", "</trt:GetVideoSourcesResponse>"));
            case "GetStreamUri" -> stream(request);
            case "GetSnapshotUri" -> snapshot(request);
            default -> throw Fault.notSupported();
        };
    }

    private String ptz() {
        return unmovable() ? "" : PtzText.configuration("tt:PTZConfiguration", switches);
    }

    private boolean unmovable() {
        return switches.isOn(OnvifSwitch.NO_PTZ_CONFIGURATION) || switches.isOn(OnvifSwitch.NO_PTZ);
    }

    private String stream(SoapRequest request) {
        var parts = request.parts();
        var setup = Parts.of(parts.required("StreamSetup"), Names.SCHEMA);
        setup.text("Stream");
        Parts.of(setup.required("Transport"), Names.SCHEMA).text("Protocol");
        var profile = profiles.find(parts.text("ProfileToken"));
        parts.end();
        return answer("GetStreamUri", profiles.address(profile));
    }

    private String snapshot(SoapRequest request) {
        var parts = request.parts();
        var profile = profiles.find(parts.text("ProfileToken"));
        parts.end();
        if (switches.isOn(OnvifSwitch.NO_SNAPSHOTS)) {
            throw Fault.notSupported();
        }
        return answer("GetSnapshotUri", addresses.snapshot(profile));
    }

    private static String answer(String operation, String address) {
        return "<trt:" + operation + "Response><trt:MediaUri><tt:Uri>" + Names.escaped(address)
                + "</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false"
                + "</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri></trt:" + operation
                + "Response>";
    }
}
