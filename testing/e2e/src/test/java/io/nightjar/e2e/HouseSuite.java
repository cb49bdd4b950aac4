// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.house.Chromium;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.WallPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees, in a real browser. The same in one process and in the mesh. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HouseSuite {

    static final String PASSWORD = "night-watch-in-test";
    static final List<String> CAMERAS = List.of("driveway", "garden", "warehouse", "harbour");
    static final Duration FRESH = Duration.ofSeconds(2);
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    House house;
    Chromium chromium;

    abstract String[] options();

    Map<String, String> environment() {
        return Map.of();
    }

    @BeforeAll
    void start() {
        var environment = new HashMap<>(environment());
        environment.put("NIGHTJAR_ADMIN_PASSWORD", PASSWORD);
        house = House.up(folder.resolve(getClass().getSimpleName()), environment, options());
        chromium = Chromium.open();
    }

    @AfterAll
    void stop() {
        chromium.close();
        house.close();
    }

    WallPage wall(String... players) {
        return WallPage.open(chromium, house.url(), List.of(players)).signIn(PASSWORD);
    }

    /** What a tile says of itself changes after its pictures do. */
    private static void awaitFact(WallPage wall, String camera, String name, String value) {
        Until.isTrue(PATIENCE, camera + "'s " + name + " is " + value, () -> wall.fact(camera, "sub", name)
                .filter(value::equals)
                .isPresent());
    }

    @Test
    void fourTilesPlayFreshPicturesByWebRtc() {
        try (var wall = wall()) {
            for (String camera : CAMERAS) {
                wall.awaitFresh(camera, "sub", FRESH, PATIENCE);
                awaitFact(wall, camera, "transport", "webrtc");
                awaitFact(wall, camera, "state", "live");
            }
            assertThat(wall.console()).noneMatch(line -> line.startsWith("page error"));
        }
    }

    @ParameterizedTest
    @CsvSource({"hls,3", "mjpeg,2"})
    void eachFallbackPlaysToo(String player, int seconds) {
        try (var wall = wall(player)) {
            for (String camera : CAMERAS) {
                wall.awaitFresh(camera, "sub", Duration.ofSeconds(seconds), PATIENCE);
                awaitFact(wall, camera, "transport", player);
            }
        }
    }

    @Test
    void aCameraThatIsCutOffSaysWhyAndIsLiveAgainSoonAfterItReturns() {
        try (var wall = wall()) {
            wall.awaitFresh("garden", "sub", FRESH, PATIENCE);
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
            house.demo().command("garden", "refuse");
            Until.isTrue(
                    PATIENCE, "the tile says why", () -> wall.words("Garden").contains("refused"));
            awaitFact(wall, "garden", "state", "down");
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
            house.demo().command("garden", "normal");
            wall.awaitFresh("garden", "sub", FRESH, Duration.ofSeconds(5));
        } finally {
            house.demo().command("garden", "normal");
        }
    }

    @Test
    void aCameraThatFallsSilentIsNeverShownAsLive() {
        try (var wall = wall()) {
            wall.awaitFresh("warehouse", "sub", FRESH, PATIENCE);
            house.demo().command("warehouse", "silent");
            Until.isTrue(PATIENCE, "the tile stops saying live", () -> !wall.fact("warehouse", "sub", "state")
                    .orElse("live")
                    .equals("live"));
            house.demo().command("warehouse", "normal");
            wall.awaitFresh("warehouse", "sub", FRESH, Duration.ofSeconds(10));
        } finally {
            house.demo().command("warehouse", "normal");
        }
    }

    @Test
    void aWrongPasswordIsSaidAsSuch() {
        try (var wall = wall()) {
            wall.awaitFresh("driveway", "sub", FRESH, PATIENCE);
            house.demo().command("driveway", "drop");
            house.demo().command("driveway", "wrong-password");
            Until.isTrue(PATIENCE, "the tile names the password", () -> wall.words("Driveway")
                    .contains("password"));
        } finally {
            house.demo().command("driveway", "normal");
            restart("driveway");
        }
    }

    private void restart(String camera) {
        try (var api = Api.signIn(house.url(), PASSWORD)) {
            api.post("/api/cameras/" + camera + "/streams/sub/restart", null);
        }
    }

    @Test
    void fullscreenShowsMainWhileSubStaysUntilItDoes() {
        try (var wall = wall()) {
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
            wall.page().navigate(house.url() + "#/camera/harbour");
            wall.awaitFresh("harbour", "sub", FRESH, Duration.ofSeconds(5));
            wall.awaitFresh("harbour", "main", FRESH, PATIENCE);
            wall.page().goBack();
            for (String camera : CAMERAS) {
                wall.awaitFresh(camera, "sub", FRESH, PATIENCE);
            }
        }
    }

    @Test
    void aSignedInPageSurvivesAReload() {
        try (var wall = wall()) {
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
            wall.page().reload();
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
        }
    }
}
