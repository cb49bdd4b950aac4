// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.onvif.PtzSpace.Range;
import io.nightjar.cameras.onvif.PtzStatus.MoveState;
import io.nightjar.cameras.onvif.PtzVector.PanTilt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the PTZ service answers. */
final class PtzReader {

    private PtzReader() {}

    static PtzNode node(XmlElement node) {
        Map<String, List<PtzSpace>> spaces = new HashMap<>();
        node.child(Namespaces.SCHEMA, "SupportedPTZSpaces").stream()
                .flatMap(all -> all.children().stream())
                .forEach(space -> space(space)
                        .ifPresent(read -> spaces.computeIfAbsent(space.name(), name -> new ArrayList<>())
                                .add(read)));
        return new PtzNode(
                node.attribute("token").orElse(""),
                node.textAt(Namespaces.SCHEMA, "Name").orElse(""),
                spaces,
                node.textAt(Namespaces.SCHEMA, "MaximumNumberOfPresets")
                        .flatMap(PtzReader::number)
                        .map(Double::intValue)
                        .orElse(0),
                node.textAt(Namespaces.SCHEMA, "HomeSupported")
                        .filter(PtzReader::yes)
                        .isPresent(),
                node.attribute("FixedHomePosition").filter(PtzReader::yes).isPresent(),
                node.all(Namespaces.SCHEMA, "AuxiliaryCommands")
                        .map(XmlElement::text)
                        .toList());
    }

    static PtzConfiguration configuration(XmlElement configuration) {
        var defaults = new HashMap<String, String>();
        configuration.children().stream()
                .filter(child ->
                        child.name().startsWith("Default") && child.name().endsWith("Space"))
                // The schema itself misspells one of them.
                .forEach(child -> defaults.put(child.name().replace("PantTilt", "PanTilt"), child.text()));
        return new PtzConfiguration(
                configuration.attribute("token").orElse(""),
                configuration.textAt(Namespaces.SCHEMA, "Name").orElse(""),
                configuration.textAt(Namespaces.SCHEMA, "NodeToken").orElse(""),
                defaults,
                configuration.textAt(Namespaces.SCHEMA, "DefaultPTZTimeout").flatMap(Durations::read));
    }

    static PtzStatus status(XmlElement response) {
        var status = response.child(Namespaces.PTZ, "PTZStatus");
        return new PtzStatus(
                status.flatMap(found -> found.child(Namespaces.SCHEMA, "Position"))
                        .flatMap(PtzReader::vector),
                state(status, "PanTilt"),
                state(status, "Zoom"),
                status.flatMap(found -> found.textAt(Namespaces.SCHEMA, "Error"))
                        .filter(error -> !error.equalsIgnoreCase("NO error")));
    }

    static Optional<PtzPreset> preset(XmlElement preset) {
        return preset.attribute("token")
                .map(token -> new PtzPreset(
                        token,
                        preset.textAt(Namespaces.SCHEMA, "Name").orElse(""),
                        preset.child(Namespaces.SCHEMA, "PTZPosition").flatMap(PtzReader::vector)));
    }

    private static MoveState state(Optional<XmlElement> status, String part) {
        return status.flatMap(found -> found.textAt(Namespaces.SCHEMA, "MoveStatus", part))
                .map(MoveState::parse)
                .orElse(MoveState.UNKNOWN);
    }

    private static Optional<PtzVector> vector(XmlElement element) {
        var panTilt = element.child(Namespaces.SCHEMA, "PanTilt").flatMap(both -> attribute(both, "x")
                .flatMap(x -> attribute(both, "y").map(y -> new PanTilt(x, y))));
        var zoom = element.child(Namespaces.SCHEMA, "Zoom").flatMap(one -> attribute(one, "x"));
        return panTilt.isEmpty() && zoom.isEmpty() ? Optional.empty() : Optional.of(new PtzVector(panTilt, zoom));
    }

    private static Optional<PtzSpace> space(XmlElement space) {
        return space.child(Namespaces.SCHEMA, "XRange")
                .flatMap(PtzReader::range)
                .map(x -> new PtzSpace(
                        space.textAt(Namespaces.SCHEMA, "URI").orElse(""),
                        x,
                        space.child(Namespaces.SCHEMA, "YRange").flatMap(PtzReader::range)));
    }

    static Optional<Range> range(XmlElement range) {
        var max = range.textAt(Namespaces.SCHEMA, "Max").flatMap(PtzReader::number);
        return range.textAt(Namespaces.SCHEMA, "Min")
                .flatMap(PtzReader::number)
                .flatMap(min -> max.map(most -> new Range(min, most)));
    }

    private static Optional<Double> attribute(XmlElement element, String name) {
        return element.attribute(name).flatMap(PtzReader::number);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static boolean yes(String text) {
        return text.equals("true") || text.equals("1");
    }
}
