// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.head.View;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.onvif.OnvifSwitch;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnvifPtzIT {

    private final MovableClock time = new MovableClock();
    private OnvifSimulator device;
    private OnvifPtz ptz;
    private String profile;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Yard")
                .credentials(Onvif.USER, Onvif.PASSWORD)
                .clock(time)
                .start();
        var client = Onvif.client(device.port(), Onvif.KNOWN, time);
        ptz = client.ptz();
        profile = client.movableProfile(null).orElseThrow().token();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @Test
    void aNodeTellsWhatItCan() {
        var node = ptz.nodes().getFirst();

        assertThat(node.turns()).isTrue();
        assertThat(node.zooms()).isTrue();
        assertThat(node.absolute()).isTrue();
        assertThat(node.home()).isTrue();
        assertThat(node.maxPresets()).isEqualTo(16);
        assertThat(node.spaces().get("AbsoluteZoomPositionSpace").getFirst().x())
                .isEqualTo(new PtzSpace.Range(0, 1));
        assertThat(ptz.configurations().getFirst().timeout()).contains(Duration.ofSeconds(10));
        assertThat(ptz.configurations().getFirst().defaultSpaces()).containsKey("DefaultAbsolutePanTiltPositionSpace");
    }

    @Test
    void aMoveGoesOnUntilItIsStopped() {
        ptz.continuousMove(profile, PtzVector.moving(0.5, -1, 0), Optional.of(Duration.ofSeconds(5)));
        time.forward(Duration.ofSeconds(1));
        assertThat(ptz.status(profile).panTilt()).isEqualTo(PtzStatus.MoveState.MOVING);
        ptz.stop(profile);
        var view = device.head().view();
        time.forward(Duration.ofSeconds(3));

        assertThat(view.pan()).isBetween(0.2, 0.4);
        assertThat(view.tilt()).isBetween(-0.8, -0.4);
        assertThat(device.head().view()).isEqualTo(view);
        assertThat(ptz.status(profile).panTilt()).isEqualTo(PtzStatus.MoveState.IDLE);
    }

    @Test
    void aMoveEndsByItselfAfterItsTime() {
        ptz.continuousMove(profile, PtzVector.moving(0, 0, 1), Optional.of(Duration.ofMillis(500)));
        time.forward(Duration.ofSeconds(20));

        assertThat(device.head().view().zoom()).isCloseTo(0.125, within(0.001));
        assertThat(device.head().view().pan()).isZero();
    }

    @Test
    void aHeadEndsAtItsLimit() {
        ptz.continuousMove(profile, PtzVector.moving(1, 0, 0), Optional.empty());
        time.forward(Duration.ofSeconds(9));

        assertThat(device.head().view().pan()).isEqualTo(1);
        assertThat(device.head().turning()).isFalse();
    }

    @Test
    void aDeviceWithoutStopIsStoppedByStanding() {
        device.turnOn(OnvifSwitch.NO_STOP);
        ptz.continuousMove(profile, PtzVector.moving(0.5, 0, 0), Optional.empty());
        ptz.stop(profile);
        var view = device.head().view();
        time.forward(Duration.ofSeconds(2));
        ptz.stop(profile);

        assertThat(device.head().view()).isEqualTo(view);
        assertThat(device.operations().stream().filter("Stop"::equals)).hasSize(1);
    }

    @Test
    void absoluteAndRelativeMovesArrive() {
        ptz.absoluteMove(profile, PtzVector.of(-0.5, 0.25, 0.75), Optional.empty());
        time.forward(Duration.ofSeconds(20));
        assertThat(device.head().view()).isEqualTo(new View(-0.5, 0.25, 0.75));

        ptz.relativeMove(profile, PtzVector.panTilt(0.25, -0.5), Optional.of(PtzVector.panTilt(1, 1)));
        time.forward(Duration.ofSeconds(20));
        var position = ptz.status(profile).position().orElseThrow();

        assertThat(position.panTilt()).contains(new PtzVector.PanTilt(-0.25, -0.25));
        assertThat(position.zoom()).contains(0.75);
    }

    @Test
    void aPositionBeyondTheLimitsIsRefusedInASentence() {
        var failure = Onvif.failure(
                ErrorKind.PROTOCOL, () -> ptz.absoluteMove(profile, PtzVector.panTilt(1.5, 0), Optional.empty()));

        assertThat(failure.sentence()).contains("beyond its limits");
    }

    @Test
    void presetsAreSetFoundAndRemoved() {
        ptz.absoluteMove(profile, PtzVector.of(0.5, 0.5, 0.5), Optional.empty());
        time.forward(Duration.ofSeconds(20));
        var token = ptz.setPreset(profile, Optional.of("Gate & <door>"), Optional.empty());
        ptz.gotoHome(profile, Optional.empty());
        time.forward(Duration.ofSeconds(20));
        assertThat(device.head().view()).isEqualTo(new View(0, 0, 0));

        assertThat(token).isEqualTo("Preset/1 süd");
        assertThat(ptz.presets(profile))
                .containsExactly(new PtzPreset(token, "Gate & <door>", Optional.of(PtzVector.of(0.5, 0.5, 0.5))));
        ptz.gotoPreset(profile, token, Optional.empty());
        time.forward(Duration.ofSeconds(20));
        assertThat(device.head().view().pan()).isEqualTo(0.5);
        ptz.setHome(profile);
        ptz.removePreset(profile, token);
        assertThat(ptz.presets(profile)).isEmpty();
    }

    @Test
    void anUnknownPresetIsNotFound() {
        Onvif.failure(ErrorKind.NOT_FOUND, () -> ptz.gotoPreset(profile, "gone", Optional.empty()));
        Onvif.failure(ErrorKind.NOT_FOUND, () -> ptz.presets("no such profile"));
    }

    @Test
    void twoPresetsOfOneNameAreRefused() {
        ptz.setPreset(profile, Optional.of("Gate"), Optional.empty());

        var failure =
                Onvif.failure(ErrorKind.PROTOCOL, () -> ptz.setPreset(profile, Optional.of("Gate"), Optional.empty()));

        assertThat(failure.sentence()).contains("already has a preset");
        assertThat(SoapFault.of(failure).orElseThrow().has("PresetExist")).isTrue();
    }

    @Test
    void emptyPlacesAreListedAsTheDeviceDoes() {
        device.turnOn(OnvifSwitch.EMPTY_PRESETS);

        assertThat(ptz.presets(profile)).hasSize(256).allSatisfy(preset -> assertThat(preset.name())
                .isEmpty());
    }
}
