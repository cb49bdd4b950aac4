// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Writes what the PTZ service is asked, each part in the schema's order. */
final class PtzOperations {

    private PtzOperations() {}

    static Operation plain(String name) {
        return Operation.of(Namespaces.PTZ, name);
    }

    static Operation ofProfile(String name, String profile) {
        return Operation.of(Namespaces.PTZ, name, start(name, profile));
    }

    /** Urgent, as one that waits until others are answered may be sent when nobody wants it any more. */
    static Operation continuousMove(String profile, PtzVector velocity, Optional<Duration> timeout) {
        var body = vector(start("ContinuousMove", profile), "Velocity", velocity)
                .leaf("Timeout", timeout.map(Durations::write));
        return Operation.of(Namespaces.PTZ, "ContinuousMove", body).urgent();
    }

    /** Moves on from where the head is: sent once, never again. */
    static Operation relativeMove(String profile, PtzVector way, Optional<PtzVector> speed) {
        var body = vector(start("RelativeMove", profile), "Translation", way);
        return Operation.of(Namespaces.PTZ, "RelativeMove", speed(body, speed)).once();
    }

    static Operation absoluteMove(String profile, PtzVector position, Optional<PtzVector> speed) {
        var body = vector(start("AbsoluteMove", profile), "Position", position);
        return Operation.of(Namespaces.PTZ, "AbsoluteMove", speed(body, speed));
    }

    static Operation stop(String profile, boolean panTilt, boolean zoom) {
        var body = start("Stop", profile)
                .leaf("PanTilt", Boolean.toString(panTilt))
                .leaf("Zoom", Boolean.toString(zoom));
        return Operation.of(Namespaces.PTZ, "Stop", body).urgent();
    }

    /** Without a token it makes a new preset, which must not happen twice. */
    static Operation setPreset(String profile, Optional<String> name, Optional<String> token) {
        var body = start("SetPreset", profile).leaf("PresetName", name).leaf("PresetToken", token);
        var operation = Operation.of(Namespaces.PTZ, "SetPreset", body);
        return token.isPresent() ? operation : operation.once();
    }

    static Operation gotoPreset(String profile, String token, Optional<PtzVector> speed) {
        var body = start("GotoPreset", profile).leaf("PresetToken", token);
        return Operation.of(Namespaces.PTZ, "GotoPreset", speed(body, speed));
    }

    static Operation removePreset(String profile, String token) {
        return Operation.of(
                Namespaces.PTZ, "RemovePreset", start("RemovePreset", profile).leaf("PresetToken", token));
    }

    static Operation gotoHome(String profile, Optional<PtzVector> speed) {
        return Operation.of(Namespaces.PTZ, "GotoHomePosition", speed(start("GotoHomePosition", profile), speed));
    }

    private static XmlBuilder start(String name, String profile) {
        return XmlBuilder.root(Namespaces.PTZ, name).leaf("ProfileToken", profile);
    }

    private static XmlBuilder speed(XmlBuilder body, Optional<PtzVector> speed) {
        return speed.map(given -> vector(body, "Speed", given)).orElse(body);
    }

    private static XmlBuilder vector(XmlBuilder body, String name, PtzVector vector) {
        body.open(name);
        vector.panTilt()
                .ifPresent(both -> body.empty(
                        "PanTilt", "x", number(both.x()), "y", number(both.y()), "xmlns", Namespaces.SCHEMA));
        vector.zoom().ifPresent(zoom -> body.empty("Zoom", "x", number(zoom), "xmlns", Namespaces.SCHEMA));
        return body.close();
    }

    /** Without exponents and with few digits: small parsers fail on 1.0E-4. */
    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }
}
