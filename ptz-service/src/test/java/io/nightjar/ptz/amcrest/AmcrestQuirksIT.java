// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.amcrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.amcrest.AmcrestContractIT.Simulated;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.simulators.amcrest.AmcrestSwitch;
import io.nightjar.simulators.head.View;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What only this language's cameras do. */
class AmcrestQuirksIT {

    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Velocity LEFT = new Velocity(-0.5, 0, 0, 0);

    @Test
    void theChannelOfTheHeadIsFoundAndCanBeSet() {
        try (var camera = Simulated.with(AmcrestSwitch.CHANNELS_FROM_ZERO);
                var found = camera.driver();
                var set = camera.driver(0);
                var wrong = camera.driver(1)) {
            found.move(LEFT, AT_MOST);
            assertThat(camera.head().turning()).isTrue();
            found.stop();
            set.move(LEFT, AT_MOST);
            assertThat(camera.head().turning()).isTrue();
            set.stop();
            assertThat(kind(() -> wrong.move(LEFT, AT_MOST))).isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(camera.head().turning()).isFalse();
        }
    }

    @Test
    void aWrongPasswordNeverLocksTheAccount() {
        try (var camera = Simulated.with();
                var stranger = camera.stranger().orElseThrow()) {
            for (int each = 0; each < 10; each++) {
                assertThat(kind(() -> stranger.move(LEFT, AT_MOST))).isEqualTo(ErrorKind.AUTH);
                assertThat(kind(stranger::stop)).isEqualTo(ErrorKind.AUTH);
                assertThat(kind(stranger::presets)).isEqualTo(ErrorKind.AUTH);
            }
            assertThat(camera.camera().wrongPasswords()).isEqualTo(1);
            assertThat(camera.camera().locked()).isFalse();
        }
    }

    @Test
    void firmwareThatRefusesPositionsIsAskedForNoneAnyMore() {
        try (var camera = Simulated.with(AmcrestSwitch.POSITIONS_REFUSED);
                var driver = camera.driver()) {
            assertThat(driver.abilities().absolute()).isTrue();
            assertThat(kind(() -> driver.moveTo(new Position(0, 0, 0)))).isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(driver.abilities().absolute()).isFalse();
            assertThat(driver.abilities().relative()).isFalse();
        }
    }

    @Test
    void firmwareThatNamesPresetsItselfStillStoresThem() {
        try (var camera = Simulated.with(AmcrestSwitch.PRESET_NAMES_FIXED);
                var driver = camera.driver()) {
            var token = driver.savePreset("Gate", Optional.empty());
            assertThat(driver.presets()).containsExactly(new Preset(token, "Preset" + token));
        }
    }

    @Test
    void aPlainPositionIsReadToo() {
        try (var camera = Simulated.with(AmcrestSwitch.PLAIN_POSITION);
                var driver = camera.driver()) {
            camera.head().presets().store("1", "Gate", new View(0.1, 0.05, 0));
            driver.moveTo(new Position(0, 0, 0));
            assertThat(driver.position())
                    .hasValueSatisfying(said -> assertThat(said.pan()).isCloseTo(0, within(0.01)));
        }
    }

    @Test
    void aPresetThatIsNotThereIsSaid() {
        try (var camera = Simulated.with();
                var driver = camera.driver()) {
            assertThat(kind(() -> driver.gotoPreset("7"))).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(kind(() -> driver.gotoPreset("gate"))).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(kind(() -> driver.removePreset("7"))).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(kind(driver::home)).isEqualTo(ErrorKind.UNSUPPORTED);
        }
    }

    private static ErrorKind kind(Runnable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        return failure.kind();
    }
}
