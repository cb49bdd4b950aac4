// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import java.util.stream.Collectors;

/** The second media service, which knows H.265. */
final class Media2Answers implements Answers.Prompt {

    private final Profiles profiles;
    private final Addresses addresses;
    private final Switches<OnvifSwitch> switches;

    Media2Answers(Profiles profiles, Addresses addresses, Switches<OnvifSwitch> switches) {
        this.profiles = profiles;
        this.addresses = addresses;
        this.switches = switches;
    }

    @Override
    public String namespace() {
        return Names.MEDIA2;
    }

    @Override
    public String now(SoapRequest request) {
        if (switches.isOn(OnvifSwitch.BROKEN_MEDIA2) || switches.isOn(OnvifSwitch.NO_MEDIA2)) {
            throw Fault.receiver("Internal error", "ter:Action");
        }
        return switch (request.name()) {
            case "GetProfiles" -> profiles(request);
            case "GetStreamUri" -> stream(request);
            case "GetSnapshotUri" -> snapshot(request);
            default -> throw Fault.notSupported();
        };
    }

    /** Without a type it lists names only. */
    private String profiles(SoapRequest request) {
        var parts = request.parts();
        parts.optionalText("Token");
        boolean all = parts.optionalText("Type").filter("All"::equals).isPresent();
        return profiles.all().stream()
                .map(profile ->
                        "<tr2:Profiles token=\"" + Names.escaped(profile.token()) + "\" fixed=\"true\"><tr2:Name>"
                                + Names.escaped(profile.name()) + "</tr2:Name>" + (all ? configurations(profile) : "")
                                + "</tr2:Profiles>")
                .collect(Collectors.joining("", "<tr2:GetProfilesResponse>", "</tr2:GetProfilesResponse>"));
    }

    private String configurations(OnvifProfile profile) {
        var ptz = unmovable() ? "" : PtzText.configuration("tr2:PTZ", switches);
        return "<tr2:Configurations>" + ProfileText.source("tr2:VideoSource", profile)
                + ProfileText.encoder("tr2:VideoEncoder", profile) + ptz + "</tr2:Configurations>";
    }

    private boolean unmovable() {
        return switches.isOn(OnvifSwitch.NO_PTZ_CONFIGURATION) || switches.isOn(OnvifSwitch.NO_PTZ);
    }

    private String stream(SoapRequest request) {
        var parts = request.parts();
        parts.text("Protocol");
        var profile = profiles.find(parts.text("ProfileToken"));
        parts.end();
        return "<tr2:GetStreamUriResponse><tr2:Uri>" + Names.escaped(profiles.address(profile))
                + "</tr2:Uri></tr2:GetStreamUriResponse>";
    }

    private String snapshot(SoapRequest request) {
        var parts = request.parts();
        var profile = profiles.find(parts.text("ProfileToken"));
        parts.end();
        if (switches.isOn(OnvifSwitch.NO_SNAPSHOTS)) {
            throw Fault.notSupported();
        }
        return "<tr2:GetSnapshotUriResponse><tr2:Uri>" + Names.escaped(addresses.snapshot(profile))
                + "</tr2:Uri></tr2:GetSnapshotUriResponse>";
    }
}
