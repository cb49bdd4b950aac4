// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.cameras.onvif.PtzConfiguration;
import io.nightjar.cameras.onvif.PtzNode;
import io.nightjar.cameras.onvif.PtzSpace;
import io.nightjar.cameras.onvif.PtzSpace.Range;
import io.nightjar.cameras.onvif.PtzVector;
import io.nightjar.ptz.driver.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadSpacesTest {

    private static final Map<String, List<PtzSpace>> DEGREES = Map.of(
            "ContinuousPanTiltVelocitySpace",
            List.of(plane("speeds", -1, 1, -1, 1), plane("degrees", -90, 180, -30, 60)),
            "ContinuousZoomVelocitySpace",
            List.of(line("zoom", -7, 7)),
            "RelativePanTiltTranslationSpace",
            List.of(plane("way", -10, 10, -5, 5)),
            "AbsolutePanTiltPositionSpace",
            List.of(plane("place", 0, 360, -20, 90)),
            "AbsoluteZoomPositionSpace",
            List.of(line("reach", 1, 25)));

    @Test
    void speedsAreScaledToTheDefaultSpace() {
        var spaces = HeadSpaces.of(
                node(DEGREES),
                configuration(Map.of(
                        "DefaultContinuousPanTiltVelocitySpace",
                        "degrees",
                        "DefaultContinuousZoomVelocitySpace",
                        "zoom")));

        assertThat(spaces.turning(-1, 1)).isEqualTo(PtzVector.panTilt(-90, 60));
        assertThat(spaces.turning(0.5, 0)).isEqualTo(PtzVector.panTilt(90, 0));
        assertThat(spaces.zooming(-1)).isEqualTo(PtzVector.zoom(-7));
    }

    @Test
    void aKindOfMoveWithoutADefaultSpaceIsNotToBeHad() {
        var spaces = HeadSpaces.of(
                node(DEGREES), configuration(Map.of("DefaultContinuousPanTiltVelocitySpace", "unheard of")));

        assertThat(spaces.turn()).map(PtzSpace::uri).contains("speeds");
        assertThat(spaces.zoom()).isEmpty();
        assertThat(spaces.turnTo()).isEmpty();
        assertThat(spaces.way(1, 0, 0)).isEmpty();
        assertThat(spaces.place(new Position(0, 0, 0))).isEmpty();
    }

    @Test
    void aConfigurationThatSaysNothingLeavesItToTheNode() {
        assertThat(HeadSpaces.of(node(DEGREES), configuration(Map.of())).zoom()).isPresent();
        assertThat(HeadSpaces.of(node(DEGREES), Optional.empty()).turnTo()).isPresent();
        var generic = HeadSpaces.of(node(Map.of()), configuration(Map.of("DefaultContinuousZoomVelocitySpace", "any")));
        assertThat(generic.zooming(0.5)).isEqualTo(PtzVector.zoom(0.5));
        assertThat(generic.turn()).isEmpty();
    }

    @Test
    void positionsAreMappedThereAndBack() {
        var spaces = HeadSpaces.of(node(DEGREES), Optional.empty());

        assertThat(spaces.place(new Position(-1, 1, 0))).contains(PtzVector.of(0, 90, 1));
        var place = spaces.place(new Position(0.5, -0.5, 0.25)).orElseThrow();
        assertThat(place.zoom()).contains(7.0);
        var back = spaces.position(place);
        assertThat(back.pan()).isCloseTo(0.5, within(1e-9));
        assertThat(back.tilt()).isCloseTo(-0.5, within(1e-9));
        assertThat(back.zoom()).isCloseTo(0.25, within(1e-9));
        assertThat(spaces.position(PtzVector.zoom(400))).isEqualTo(new Position(0, 0, 1));
    }

    @Test
    void aWayNamesOnlyWhatMoves() {
        var spaces = HeadSpaces.of(node(DEGREES), Optional.empty());

        assertThat(spaces.way(0.5, -1, 0)).contains(PtzVector.panTilt(5, -5));
        assertThat(spaces.way(0, 0, 1)).isEmpty();
    }

    private static PtzNode node(Map<String, List<PtzSpace>> spaces) {
        return new PtzNode("node", "head", spaces, 0, false, false, List.of());
    }

    private static Optional<PtzConfiguration> configuration(Map<String, String> defaults) {
        return Optional.of(new PtzConfiguration("configuration", "ptz", "node", defaults, Optional.empty()));
    }

    private static PtzSpace plane(String uri, double left, double right, double down, double up) {
        return new PtzSpace(uri, new Range(left, right), Optional.of(new Range(down, up)));
    }

    private static PtzSpace line(String uri, double min, double max) {
        return new PtzSpace(uri, new Range(min, max), Optional.empty());
    }
}
