// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.simulators.Curl;
import io.nightjar.simulators.SteppedClock;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;
import io.nightjar.simulators.head.Wish;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head of a Reolink camera, as a program of others moves it. */
class ReolinkHeadIT {

    private static final Instant START = Instant.parse("2026-11-21T20:15:03Z");

    private final SteppedClock time = new SteppedClock(START);
    private final Head head = new Head(time);
    private ReolinkCamera camera;

    @BeforeEach
    void start() {
        camera = ReolinkCamera.builder("Yard")
                .credentials("admin", "secret")
                .head(head)
                .start();
    }

    @AfterEach
    void stop() {
        camera.close();
    }

    private static JsonNode post(ReolinkCamera asked, String commands) throws Exception {
        return Curl.ask(asked.apiUrl() + "?cmd=Any&user=admin&password=secret", "--data", commands)
                .json();
    }

    private JsonNode ask(String command, String parameters) throws Exception {
        return post(camera, "[{\"cmd\":\"" + command + "\",\"action\":1,\"param\":" + parameters + "}]")
                .path(0);
    }

    private int move(String more) throws Exception {
        var answer = ask("PtzCtrl", "{\"channel\":0," + more + "}");
        return answer.has("error")
                ? answer.at("/error/rspCode").asInt()
                : answer.at("/value/rspCode").asInt();
    }

    private void later(int seconds) {
        time.set(time.instant().plusSeconds(seconds));
    }

    @Test
    void aMovementGoesOnUntilStopWhichEndsAll() throws Exception {
        assertThat(move("\"op\":\"Left\",\"speed\":32")).isEqualTo(200);
        assertThat(move("\"op\":\"ZoomInc\",\"speed\":64")).isEqualTo(200);
        later(1);
        assertThat(head.view().pan()).isCloseTo(-Head.TURN / 2, within(0.001));
        assertThat(head.view().zoom()).isCloseTo(Head.ZOOM, within(0.001));
        var position = ask("GetPtzCurPos", "{\"PtzCurPos\":{\"channel\":0}}");
        assertThat(position.at("/value/PtzCurPos/Ppos").asInt()).isEqualTo(1420);
        assertThat(position.at("/range/PtzCurPos/Ppos/max").asInt()).isEqualTo(3550);
        assertThat(move("\"op\":\"Stop\"")).isEqualTo(200);
        assertThat(head.moving()).isFalse();
        assertThat(head.commands().texts()).containsExactly("move pan=-0.500 tilt=0.000", "move zoom=1.000", "stop");
    }

    @Test
    void ordersThatMakeNoSenseAreRefused() throws Exception {
        assertThat(move("\"op\":\"Left\",\"speed\":0")).isEqualTo(-4);
        assertThat(move("\"op\":\"Left\",\"speed\":65")).isEqualTo(-4);
        assertThat(move("\"op\":\"Dance\"")).isEqualTo(-9);
        assertThat(move("\"op\":\"ToPos\",\"id\":5")).isEqualTo(-1);
        assertThat(ask("PtzCtrl", "{\"channel\":1,\"op\":\"Left\"}")
                        .at("/error/rspCode")
                        .asInt())
                .isEqualTo(-49);
        camera.turnOn(ReolinkSwitch.NO_PTZ_SPEED);
        assertThat(move("\"op\":\"Left\",\"speed\":32")).isEqualTo(-4);
        assertThat(head.moving()).isFalse();
        assertThat(move("\"op\":\"Left\"")).isEqualTo(200);
    }

    @Test
    void aFixedCameraSupportsNothingOfIt() throws Exception {
        try (var fixed = ReolinkCamera.builder("Wall").start()) {
            var answers = post(
                    fixed,
                    "[{\"cmd\":\"PtzCtrl\",\"param\":{\"channel\":0,\"op\":\"Stop\"}},{\"cmd\":\"GetAbility\"}]");
            assertThat(answers.at("/0/error/rspCode").asInt()).isEqualTo(-9);
            assertThat(answers.at("/1/value/Ability/abilityChn/0/ptzCtrl/ver").asInt())
                    .isZero();
        }
    }

    @Test
    void allPlacesAreListedAndOnlyUsedOnesAreEnabled() throws Exception {
        var store = "{\"PtzPreset\":{\"channel\":0,\"enable\":1,\"id\":2,\"name\":\"Gate\"}}";
        assertThat(ask("SetPtzPreset", store).at("/value/rspCode").asInt()).isEqualTo(200);
        ask("SetPtzPreset", "{\"PtzPreset\":{\"channel\":0,\"id\":2,\"name\":\"Door\"}}");
        var places = ask("GetPtzPreset", "{\"channel\":0}").at("/value/PtzPreset");
        assertThat(places).hasSize(64);
        assertThat(places.path(0).path("enable").asInt()).isZero();
        assertThat(places.path(1).path("enable").asInt()).isEqualTo(1);
        assertThat(places.path(1).path("name").asText()).isEqualTo("Door");
        ask("SetPtzPreset", "{\"PtzPreset\":{\"channel\":0,\"enable\":0,\"id\":2}}");
        assertThat(head.presets().list()).isEmpty();
        var long32 = "{\"PtzPreset\":{\"channel\":0,\"enable\":1,\"id\":2,\"name\":\"" + "x".repeat(32) + "\"}}";
        assertThat(ask("SetPtzPreset", long32).at("/error/rspCode").asInt()).isEqualTo(-22);
    }

    @Test
    void itKeepsAPlaceToReturnTo() throws Exception {
        head.presets().store("1", "There", new View(0.4, 0, 0));
        move("\"op\":\"ToPos\",\"id\":1");
        later(10);
        ask("SetPtzGuard", "{\"PtzGuard\":{\"channel\":0,\"cmdStr\":\"setPos\",\"bSaveCurrentPos\":1}}");
        assertThat(head.home().pan()).isCloseTo(0.4, within(0.001));
        head.seek(Wish.pan(-1));
        later(10);
        ask("SetPtzGuard", "{\"PtzGuard\":{\"channel\":0,\"cmdStr\":\"toPos\"}}");
        later(10);
        assertThat(head.view().pan()).isCloseTo(0.4, within(0.001));
        camera.turnOn(ReolinkSwitch.NO_PTZ_GUARD);
        assertThat(ask("GetPtzGuard", "{\"channel\":0}").at("/error/rspCode").asInt())
                .isEqualTo(-9);
    }
}
