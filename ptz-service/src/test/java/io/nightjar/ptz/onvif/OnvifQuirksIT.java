// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.ptz.onvif.OnvifContractIT.Simulated;
import io.nightjar.simulators.head.View;
import io.nightjar.simulators.onvif.OnvifSwitch;
import io.nightjar.simulators.rtsp.Command;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What single devices do in their own way. */
class OnvifQuirksIT {

    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Velocity LEFT = new Velocity(-0.3, 0, 0, 0);

    private Simulated setup = Simulated.with();
    private PtzDriver driver = setup.driver();

    @AfterEach
    void close() {
        setup.close();
    }

    private void open(OnvifSwitch... switches) {
        setup.close();
        setup = Simulated.with(switches);
        driver = setup.driver();
    }

    @Test
    void theFirstMoveIsSentAloneAndStopsWhatGoesOnOnlyWhereItHasTo() {
        driver.move(LEFT, AT_MOST);
        driver.move(new Velocity(0.3, 0, 0, 0), AT_MOST);
        assertThat(setup.head().commands().texts()).hasSize(2).allMatch(text -> text.startsWith("ContinuousMove"));
        driver.move(new Velocity(0, 0, 0.5, 0), AT_MOST);
        assertThat(setup.head().commands().texts())
                .hasSize(4)
                .element(2)
                .asString()
                .startsWith("Stop");
    }

    @Test
    void aDeviceThatCannotMoveIsSaidToBeOne() {
        open(OnvifSwitch.NO_PTZ);
        assertThat(failure(driver::abilities).kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    }

    @Test
    void whatAHeadCannotDoIsNotOffered() {
        open(
                OnvifSwitch.CONTINUOUS_ONLY,
                OnvifSwitch.NO_HOME,
                OnvifSwitch.NO_PRESETS,
                OnvifSwitch.NO_IMAGING,
                OnvifSwitch.NO_POSITION);
        var abilities = driver.abilities();

        assertThat(abilities.panTilt()).isTrue();
        assertThat(abilities.absolute()).isFalse();
        assertThat(abilities.relative()).isFalse();
        assertThat(abilities.home()).isFalse();
        assertThat(abilities.setHome()).isFalse();
        assertThat(abilities.presets()).isFalse();
        assertThat(abilities.focus()).isFalse();
        assertThat(failure(() -> driver.moveTo(new Position(0, 0, 0))).kind()).isEqualTo(ErrorKind.UNSUPPORTED);
        assertThat(failure(() -> driver.moveBy(1, 0, 0)).kind()).isEqualTo(ErrorKind.UNSUPPORTED);
        assertThat(failure(driver::setHome).kind()).isEqualTo(ErrorKind.UNSUPPORTED);
        assertThat(failure(() -> driver.move(new Velocity(0, 0, 0, 1), AT_MOST)).sentence())
                .contains("turn and zoom");
        assertThat(driver.position()).isEmpty();
    }

    @Test
    void aStopThatIsRefusedIsDoneByStanding() {
        open(OnvifSwitch.STOPS_FAIL);
        driver.move(LEFT, AT_MOST);
        assertThat(setup.head().moving()).isTrue();
        driver.stop();

        assertThat(setup.head().moving()).isFalse();
    }

    @Test
    void servicesThatAreElsewhereAreFound() {
        open(OnvifSwitch.SWAPPED_ADDRESSES, OnvifSwitch.BROKEN_MEDIA2);
        driver.move(LEFT, AT_MOST);
        assertThat(setup.head().moving()).isTrue();
        driver.stop();
        assertThat(setup.head().moving()).isFalse();
    }

    @Test
    void aHeadThatIgnoresSlantedMovesGoesStraight() {
        open(OnvifSwitch.IGNORES_DIAGONALS);
        var slanted = new Velocity(-0.2, 0.1, 0, 0);
        driver.move(slanted, AT_MOST);
        await().atMost(Duration.ofSeconds(15)).until(() -> setup.head().turning());
        await().atMost(Duration.ofSeconds(15)).until(() -> setup.head().view().pan() < -0.05);
        driver.stop();
        assertThat(setup.head().view().tilt()).isZero();

        await().atMost(Duration.ofSeconds(15)).until(() -> {
            driver.move(slanted, AT_MOST);
            boolean atOnce = setup.head().turning();
            driver.stop();
            return atOnce;
        });
        assertThat(setup.head().moving()).isFalse();
    }

    @Test
    void aHeadThatGoesSlantedIsLeftToDoSo() {
        driver.move(new Velocity(-0.2, 0.1, 0, 0), AT_MOST);
        await().atMost(Duration.ofSeconds(15)).until(() -> setup.head().view().tilt() > 0.05);
        driver.stop();
        driver.move(new Velocity(0.2, -0.1, 0, 0), AT_MOST);
        driver.stop();

        assertThat(setup.head().commands().texts())
                .filteredOn(text -> text.startsWith("ContinuousMove"))
                .hasSize(2)
                .allMatch(text -> text.contains("pan") && text.contains("tilt"));
    }

    @Test
    void headAndLensGoInRequestsOfTheirOwn() {
        driver.move(new Velocity(0.5, 0, 0.5, 0), AT_MOST);
        driver.stop();

        assertThat(setup.head().commands().texts())
                .filteredOn(text -> text.contains("Move"))
                .hasSize(2)
                .noneMatch(text -> text.contains("pan") && text.contains("zoom"));
    }

    @Test
    void emptyPlacesAreNoPresetsAndNamesMayBeGivenTwice() {
        open(OnvifSwitch.EMPTY_PRESETS);
        setup.head().presets().store("one", "Gate", View.AHEAD);
        setup.head().presets().store("two", "Gate", View.AHEAD);
        setup.head().presets().store("three", "", View.AHEAD);

        assertThat(driver.presets())
                .containsExactly(
                        new Preset("one", "Gate"), new Preset("two", "Gate"), new Preset("three", "Preset three"));
    }

    @Test
    void aRestartedCameraIsMovedAgain() {
        driver.move(LEFT, AT_MOST);
        driver.stop();
        setup.device().apply(Command.REFUSE);
        assertThat(failure(() -> driver.move(LEFT, AT_MOST)).kind()).isEqualTo(ErrorKind.REFUSED);
        assertThat(driver.abilities().panTilt()).isTrue();
        setup.device().apply(Command.NORMAL);
        driver.move(LEFT, AT_MOST);

        assertThat(setup.head().moving()).isTrue();
        // What was learned before the restart is not relied upon.
        assertThat(setup.device().operations().stream().filter("GetNodes"::equals))
                .hasSize(2);
        driver.stop();
    }

    @Test
    void aWrongPasswordIsNotShownAgainAndAgain() {
        try (var stranger = setup.stranger().orElseThrow()) {
            failure(stranger::abilities);
            int refusals = setup.device().refusals();
            for (int each = 0; each < 20; each++) {
                assertThat(failure(() -> stranger.move(LEFT, AT_MOST)).kind()).isEqualTo(ErrorKind.AUTH);
                assertThat(failure(stranger::stop).kind()).isEqualTo(ErrorKind.AUTH);
            }
            assertThat(setup.device().refusals()).isEqualTo(refusals);
        }
    }

    @Test
    void withoutCredentialsTheyAreAskedFor() {
        var wish = Wishes.camera(
                Vendor.GENERIC, Map.of(Ports.ONVIF, setup.device().port()), Optional.empty(), PtzSettings.NONE);
        var nameless = new OnvifLanguage(Wishes.http(), Clock.systemUTC()).open(wish);

        assertThat(failure(nameless::abilities).sentence()).contains("none are configured");
    }

    @Test
    void camerasOfBridgesAndConsolesAreNotAsked() {
        var language = new OnvifLanguage(Wishes.http(), Clock.systemUTC());
        var nobody = Optional.<Credentials>empty();
        for (var vendor : Vendor.values()) {
            var wish = Wishes.camera(vendor, Map.of(), nobody, PtzSettings.NONE);
            assertThat(language.suits(wish)).isEqualTo(vendor != Vendor.EUFY && vendor != Vendor.UNIFI);
        }
    }

    private static CameraFailure failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
