// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.reolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.reolink.ReolinkContractIT.Simulated;
import io.nightjar.simulators.head.View;
import io.nightjar.simulators.head.Wish;
import io.nightjar.simulators.reolink.ReolinkSwitch;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What only this language's cameras do. */
class ReolinkQuirksIT {

    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Velocity LEFT = new Velocity(-0.5, 0, 0, 0);

    @Test
    void aFixedCameraSaysThatItIsOne() {
        try (var camera = Simulated.fixed();
                var driver = camera.driver()) {
            assertThat(driver.abilities().panTilt()).isFalse();
            assertThat(driver.abilities().zoom()).isFalse();
            assertThat(driver.abilities().presets()).isFalse();
            assertThat(driver.abilities().home()).isFalse();
            assertThat(kind(() -> driver.move(LEFT, AT_MOST))).isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(kind(driver::stop)).isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(kind(driver::presets)).isEqualTo(ErrorKind.UNSUPPORTED);
        }
    }

    @Test
    void aHeadTakesOneSessionAndGivesItBack() {
        try (var camera = Simulated.with()) {
            try (var driver = camera.driver()) {
                driver.abilities();
                driver.move(LEFT, AT_MOST);
                driver.stop();
                driver.presets();
                assertThat(camera.camera().sessionsOpen()).isEqualTo(1);
                assertThat(camera.camera().logins()).isEqualTo(1);
            }
            assertThat(camera.camera().sessionsOpen()).isZero();
        }
    }

    @Test
    void aStopOutlivesASessionThatTheCameraForgot() {
        try (var camera = Simulated.with();
                var driver = camera.driver()) {
            driver.move(LEFT, AT_MOST);
            camera.camera().expireSessions();
            driver.stop();
            assertThat(camera.head().moving()).isFalse();
            assertThat(camera.camera().logins()).isEqualTo(2);
        }
    }

    @Test
    void aCameraWithoutFreeSessionsIsSaidToBeFull() {
        try (var camera = Simulated.with(ReolinkSwitch.SESSIONS_FULL);
                var driver = camera.driver()) {
            assertThat(kind(() -> driver.move(LEFT, AT_MOST))).isEqualTo(ErrorKind.RESET);
        }
    }

    @Test
    void aWrongPasswordNeverLocksTheAccount() {
        try (var camera = Simulated.with();
                var stranger = camera.stranger().orElseThrow()) {
            for (int each = 0; each < 10; each++) {
                assertThat(kind(() -> stranger.move(LEFT, AT_MOST))).isEqualTo(ErrorKind.AUTH);
                assertThat(kind(stranger::stop)).isEqualTo(ErrorKind.AUTH);
                assertThat(kind(stranger::abilities)).isEqualTo(ErrorKind.AUTH);
            }
            assertThat(camera.camera().wrongPasswords()).isEqualTo(1);
        }
    }

    @Test
    void aHeadWithoutAGuardedPlaceHasAHomeOnceItIsSet() {
        try (var camera = Simulated.with(ReolinkSwitch.PTZ_GUARD_UNSET);
                var driver = camera.driver()) {
            assertThat(driver.abilities().home()).isFalse();
            assertThat(driver.abilities().setHome()).isTrue();
            driver.setHome();
            assertThat(driver.abilities().home()).isTrue();
            driver.home();
        }
    }

    @Test
    void theHeadSaysWhereItPoints() {
        try (var camera = Simulated.with();
                var driver = camera.driver()) {
            camera.head().seek(Wish.of(new View(-0.2, 0.1, 0)));
            await().atMost(PATIENCE).until(() -> !camera.head().moving());
            assertThat(driver.position()).hasValueSatisfying(said -> {
                assertThat(said.pan()).isCloseTo(-0.2, within(0.01));
                assertThat(said.tilt()).isCloseTo(0.1, within(0.01));
            });
            camera.camera().turnOn(ReolinkSwitch.NO_PTZ_POSITION);
            assertThat(driver.position()).isEmpty();
        }
    }

    @Test
    void namesThatAreTooLongAreRefusedAndPresetsThatAreGoneAreSaid() {
        try (var camera = Simulated.with();
                var driver = camera.driver()) {
            assertThat(kind(() -> driver.savePreset("x".repeat(32), Optional.empty())))
                    .isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(kind(() -> driver.gotoPreset("65"))).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(kind(() -> driver.gotoPreset("7"))).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(camera.head().moving()).isFalse();
        }
    }

    private static ErrorKind kind(Runnable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        return failure.kind();
    }
}
