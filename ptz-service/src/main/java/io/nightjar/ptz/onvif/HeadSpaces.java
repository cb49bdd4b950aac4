// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.onvif.PtzConfiguration;
import io.nightjar.cameras.onvif.PtzNode;
import io.nightjar.cameras.onvif.PtzSpace;
import io.nightjar.cameras.onvif.PtzSpace.Range;
import io.nightjar.cameras.onvif.PtzVector;
import io.nightjar.cameras.onvif.PtzVector.PanTilt;
import io.nightjar.ptz.driver.Position;
import java.util.List;
import java.util.Optional;

/**
 * The numbers a head takes, for each kind of move: what is absent it cannot do. Everybody else speaks of -1 to 1, and of 0
 * to 1 for where the zoom stands.
 */
record HeadSpaces(
        Optional<PtzSpace> turn,
        Optional<PtzSpace> zoom,
        Optional<PtzSpace> turnBy,
        Optional<PtzSpace> zoomBy,
        Optional<PtzSpace> turnTo,
        Optional<PtzSpace> zoomTo) {

    private static final Range SIGNED = new Range(-1, 1);
    private static final Range PORTION = new Range(0, 1);

    static HeadSpaces of(PtzNode node, Optional<PtzConfiguration> configuration) {
        return new HeadSpaces(
                space(node, configuration, "ContinuousPanTiltVelocitySpace"),
                space(node, configuration, "ContinuousZoomVelocitySpace"),
                space(node, configuration, "RelativePanTiltTranslationSpace"),
                space(node, configuration, "RelativeZoomTranslationSpace"),
                space(node, configuration, "AbsolutePanTiltPositionSpace"),
                space(node, configuration, "AbsoluteZoomPositionSpace"));
    }

    /**
     * Without a default in the configuration a kind of move is not to be had, says the standard; a configuration without
     * any says nothing at all.
     */
    private static Optional<PtzSpace> space(PtzNode node, Optional<PtzConfiguration> configuration, String kind) {
        var ofNode = node.spaces().getOrDefault(kind, List.of());
        var defaults = configuration.map(PtzConfiguration::defaultSpaces).filter(all -> !all.isEmpty());
        if (defaults.isEmpty()) {
            return ofNode.stream().findFirst();
        }
        var uri = Optional.ofNullable(defaults.get().get("Default" + kind));
        if (uri.isPresent() && node.spaces().isEmpty()) {
            return Optional.of(generic(uri.get(), kind));
        }
        return uri.flatMap(wanted -> ofNode.stream()
                .filter(space -> space.uri().equals(wanted))
                .findFirst()
                .or(() -> ofNode.stream().findFirst()));
    }

    private static PtzSpace generic(String uri, String kind) {
        return kind.contains("PanTilt")
                ? new PtzSpace(uri, SIGNED, Optional.of(SIGNED))
                : new PtzSpace(uri, kind.startsWith("Absolute") ? PORTION : SIGNED, Optional.empty());
    }

    PtzVector turning(double pan, double tilt) {
        return turned(turn, pan, tilt);
    }

    PtzVector zooming(double speed) {
        return PtzVector.zoom(zoom.orElseThrow().x().signed(speed));
    }

    /** Only what moves is named; empty when the head can do none of it. */
    Optional<PtzVector> way(double pan, double tilt, double closer) {
        var turns = turnBy.isPresent() && (pan != 0 || tilt != 0)
                ? turned(turnBy, pan, tilt).panTilt()
                : Optional.<PanTilt>empty();
        var zooms = zoomBy.filter(space -> closer != 0).map(space -> space.x().signed(closer));
        return named(turns, zooms);
    }

    /** Empty when the head can go to no position. */
    Optional<PtzVector> place(Position position) {
        return named(
                turnTo.map(space -> new PanTilt(
                        space.x().fromMiddle(position.pan()),
                        space.y().orElse(space.x()).fromMiddle(position.tilt()))),
                zoomTo.map(space -> space.x().fromStart(position.zoom())));
    }

    /** The inverse of {@link #place}; what the device leaves out stands in the middle, or at its widest. */
    Position position(PtzVector place) {
        var turned = turnTo.orElse(generic("", "AbsolutePanTilt"));
        var zoomed = zoomTo.orElse(generic("", "AbsoluteZoom"));
        return new Position(
                place.panTilt().map(both -> turned.x().toMiddle(both.x())).orElse(0.0),
                place.panTilt()
                        .map(both -> turned.y().orElse(turned.x()).toMiddle(both.y()))
                        .orElse(0.0),
                place.zoom().map(zoomed.x()::toStart).orElse(0.0));
    }

    private static PtzVector turned(Optional<PtzSpace> space, double pan, double tilt) {
        var numbers = space.orElseThrow();
        return PtzVector.panTilt(
                numbers.x().signed(pan), numbers.y().orElse(numbers.x()).signed(tilt));
    }

    private static Optional<PtzVector> named(Optional<PanTilt> panTilt, Optional<Double> zoom) {
        return panTilt.isEmpty() && zoom.isEmpty() ? Optional.empty() : Optional.of(new PtzVector(panTilt, zoom));
    }
}
