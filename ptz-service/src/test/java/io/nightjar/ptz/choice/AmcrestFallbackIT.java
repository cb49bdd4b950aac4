// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.PtzSettings.Driver;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.amcrest.AmcrestLanguage;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.ptz.onvif.OnvifLanguage;
import io.nightjar.simulators.amcrest.AmcrestCamera;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.rtsp.Command;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One head that speaks both ONVIF and its vendor's own, each at a port that may be down. */
class AmcrestFallbackIT {

    private static final Velocity LEFT = new Velocity(-0.3, 0, 0, 0);
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Credentials KNOWN = new Credentials("admin", "s3cret");

    @TempDir
    Path state;

    private final Head head = new Head(Clock.systemUTC());
    private final OnvifSimulator onvif = OnvifSimulator.builder("Yard")
            .head(head)
            .credentials(KNOWN.username(), KNOWN.password())
            .start();
    private final AmcrestCamera cgi = AmcrestCamera.builder("Yard")
            .head(head)
            .credentials(KNOWN.username(), KNOWN.password())
            .start();

    @AfterEach
    void close() {
        onvif.close();
        cgi.close();
    }

    @Test
    void withOnvifDownFromTheStartItStillMoves() {
        onvif.apply(Command.REFUSE);
        assertMovesAndStops(driver(PtzSettings.NONE), Driver.AMCREST);
    }

    @Test
    void whenOnvifGoesDownItStillMovesAndMayBeStopped() {
        var driver = driver(PtzSettings.NONE);
        assertMovesAndStops(driver, Driver.ONVIF);
        driver.move(LEFT, AT_MOST);
        onvif.apply(Command.REFUSE);
        driver.stop();
        assertThat(head.moving()).isFalse();

        assertMovesAndStops(driver, Driver.AMCREST);
        onvif.apply(Command.NORMAL);
        assertMovesAndStops(driver, Driver.AMCREST);
        cgi.apply(Command.REFUSE);
        assertMovesAndStops(driver, Driver.ONVIF);
    }

    @Test
    void theSettingKeepsItToOneLanguage() {
        assertMovesAndStops(driver(new PtzSettings(Driver.AMCREST, null, false, false, null, null)), Driver.AMCREST);
        assertThat(onvif.operations()).isEmpty();
        var only = driver(new PtzSettings(Driver.ONVIF, null, false, false, null, null));
        onvif.apply(Command.REFUSE);
        var failure = catchThrowableOfType(CameraFailure.class, () -> only.move(LEFT, AT_MOST));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.REFUSED);
    }

    private PtzDriver driver(PtzSettings settings) {
        var ports = Map.of(Ports.ONVIF, onvif.port(), Ports.HTTP, cgi.ports().getOrDefault(Ports.HTTP, 0));
        var languages = List.of(
                new AmcrestLanguage(Wishes.http(), Clock.systemUTC()),
                new OnvifLanguage(Wishes.http(), Clock.systemUTC()));
        return new LearningDrivers(List.copyOf(languages), state.resolve("drivers.json"))
                .of(Wishes.camera(Vendor.AMCREST, ports, Optional.of(KNOWN), settings));
    }

    private void assertMovesAndStops(PtzDriver driver, Driver language) {
        driver.move(LEFT, AT_MOST);
        assertThat(head.moving()).isTrue();
        driver.stop();
        assertThat(head.moving()).isFalse();
        assertThat(driver.language()).isEqualTo(language);
    }
}
