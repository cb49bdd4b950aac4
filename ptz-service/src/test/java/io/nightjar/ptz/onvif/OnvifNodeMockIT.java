// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.simulators.node.MissingPeer;
import io.nightjar.simulators.node.NodeMock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that others wrote: it answers from recordings, and advertises addresses of another network. */
class OnvifNodeMockIT {

    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private static @Nullable NodeMock mock;
    private static PtzDriver driver;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        driver = OnvifContractIT.Simulated.driver(started(folder), "password");
        await().atMost(Duration.ofSeconds(15)).ignoreExceptions().until(() -> driver.abilities()
                .panTilt());
    }

    private static int started(Path folder) throws IOException, InterruptedException {
        try {
            mock = NodeMock.start(folder);
            return mock.port();
        } catch (MissingPeer missing) {
            return abort("SKIPPED: " + missing.getMessage());
        }
    }

    @AfterAll
    static void stop() {
        if (mock != null) {
            mock.close();
        }
    }

    @Test
    void itsNodesSayWhatItCan() {
        var abilities = driver.abilities();

        assertThat(abilities.panTilt()).isTrue();
        assertThat(abilities.zoom()).isTrue();
        assertThat(abilities.presets()).isTrue();
        assertThat(abilities.maxPresets()).isPositive();
        assertThat(abilities.absolute()).isTrue();
    }

    @Test
    void itMovesAndStops() {
        driver.move(new Velocity(-1, 0.5, 0, 0), AT_MOST);
        driver.move(new Velocity(0, 0, 1, 0), AT_MOST);
        driver.move(new Velocity(0.5, 0, -1, 0), AT_MOST);
        driver.stop();
        driver.moveBy(0.1, 0, 0);
        driver.moveTo(new Position(0, 0, 0.5));
        driver.stop();
        assertThat(driver.position()).isPresent();
    }

    @Test
    void itsPresetsAreListedAndGoneTo() {
        var presets = driver.presets();
        assertThat(presets)
                .isNotEmpty()
                .allSatisfy(preset -> assertThat(preset.name()).isNotBlank())
                .doesNotHaveDuplicates();
        driver.gotoPreset(presets.getFirst().token());
        var token = driver.savePreset("gate", Optional.empty());
        assertThat(token).isNotEmpty();
        driver.removePreset(token);
    }

    @Test
    void itGoesHome() {
        driver.home();
    }
}
