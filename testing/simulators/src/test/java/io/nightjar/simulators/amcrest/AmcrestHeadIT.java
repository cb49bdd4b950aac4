// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.simulators.Curl;
import io.nightjar.simulators.SteppedClock;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of an Amcrest camera, as a program of others moves it. */
class AmcrestHeadIT {

    private static final Instant START = Instant.parse("2026-11-21T20:15:03Z");
    private static final String OK = "OK\r\n";

    private final SteppedClock time = new SteppedClock(START);
    private final Head head = new Head(time);
    private AmcrestCamera camera;

    @BeforeEach
    void start() {
        camera = AmcrestCamera.builder("Porch").head(head).start();
    }

    @AfterEach
    void stop() {
        camera.close();
    }

    private Curl.Answer ask(String query) throws Exception {
        return Curl.ask(camera.cgi("ptz.cgi?" + query));
    }

    private String start(String code, int arg1, int arg2) throws Exception {
        return ask("action=start&channel=1&code=" + code + "&arg1=" + arg1 + "&arg2=" + arg2 + "&arg3=0")
                .text();
    }

    private void later(int seconds) {
        time.set(time.instant().plusSeconds(seconds));
    }

    @Test
    void aMovementGoesOnUntilItIsStoppedByAnyWord() throws Exception {
        assertThat(start("LeftUp", 4, 8)).isEqualTo(OK);
        later(1);
        assertThat(head.view().pan()).isCloseTo(-Head.TURN, within(0.001));
        assertThat(head.view().tilt()).isCloseTo(Head.TURN / 2, within(0.001));
        assertThat(ask("action=getStatus&channel=1").text()).contains("status.MoveStatus=Moving\r\n");

        assertThat(ask("action=stop&channel=1&code=Right&arg1=0&arg2=0&arg3=0").text())
                .isEqualTo(OK);
        later(1);
        assertThat(head.view().pan()).isCloseTo(-Head.TURN, within(0.001));
        assertThat(ask("action=getStatus&channel=1").text())
                .contains("status.MoveStatus=Idle\r\n", "status.Postion[0]=106.2", "status.Postion[1]=29.2");
    }

    @Test
    void withoutSpeedItSaysOkAndStands() throws Exception {
        assertThat(start("Left", 0, 0)).isEqualTo(OK);
        later(5);
        assertThat(head.view()).isEqualTo(View.AHEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=start&channel=1&code=0&arg1=0&arg2=5&arg3=0",
                "action=start&channel=1&code=left&arg1=0&arg2=5&arg3=0",
                "action=start&channel=1&code=Left&arg1=0&arg2=9&arg3=0",
                "action=start&channel=1&code=Left&arg1=0&arg2=5",
                "action=start&channel=1&code=Left&arg1=0&arg2=5&arg3=1",
                "action=start&channel=0&code=Left&arg1=0&arg2=5&arg3=0",
                "action=start&code=Left&arg1=0&arg2=5&arg3=0",
                "action=dance&channel=1"
            })
    void whatItDoesNotKnowIsABadRequest(String query) throws Exception {
        assertThat(ask(query).status()).isEqualTo(400);
        camera.turnOn(AmcrestSwitch.ERRORS_AS_OK);
        assertThat(ask(query).text()).isEqualTo("Error\r\nBad Request!\r\n");
        assertThat(head.moving()).isFalse();
    }

    @Test
    void someStopOnlyWhatTheWordIsAbout() throws Exception {
        camera.turnOn(AmcrestSwitch.STOP_BY_WORD);
        start("Left", 0, 5);
        start("ZoomTele", 0, 5);
        start("FocusFar", 0, 5);
        ask("action=stop&channel=1&code=Up&arg1=0&arg2=0&arg3=0");
        assertThat(head.turning()).isFalse();
        assertThat(head.zooming()).isTrue();
        ask("action=stop&channel=1&code=ZoomWide&arg1=0&arg2=0&arg3=0");
        assertThat(head.zooming()).isFalse();
        assertThat(head.moving()).isTrue();
        ask("action=stop&channel=1&code=FocusNear&arg1=0&arg2=0&arg3=0");
        assertThat(head.moving()).isFalse();
    }

    @Test
    void presetsAreStoredNamedVisitedAndCleared() throws Exception {
        assertThat(ask("action=getPresets&channel=1").text()).isBlank();
        head.presets().store("3", "Gate", new View(0.4, 0, 0));
        assertThat(start("SetPreset", 0, 1)).isEqualTo(OK);
        assertThat(ask("action=SetPreset&channel=1&arg1=1&arg2=Zaal").text()).isEqualTo(OK);
        assertThat(ask("action=getPresets&channel=1").text())
                .contains("presets[0].Index=3", "presets[1].Index=1", "presets[1].Name=Zaal");
        assertThat(start("GotoPreset", 0, 3)).isEqualTo(OK);
        later(10);
        assertThat(head.view().pan()).isCloseTo(0.4, within(0.001));
        assertThat(start("ClearPreset", 0, 3)).isEqualTo(OK);
        assertThat(start("GotoPreset", 0, 3)).startsWith("Error");
        camera.turnOn(AmcrestSwitch.PRESET_NAMES_FIXED);
        assertThat(ask("action=SetPreset&channel=1&arg1=1&arg2=Zaal").status()).isEqualTo(400);
    }

    @Test
    void positionsAreDegreesAndWaysAreParts() throws Exception {
        assertThat(ask("action=start&channel=1&code=PositionABS&arg1=265.5&arg2=37.5&arg3=64.5")
                        .text())
                .isEqualTo(OK);
        later(10);
        assertThat(head.view()).isEqualTo(new View(0.5, 0, 0.5));
        assertThat(ask("action=moveRelatively&channel=1&arg1=-0.25&arg2=0&arg3=0")
                        .text())
                .isEqualTo(OK);
        later(10);
        assertThat(head.view().pan()).isCloseTo(0.25, within(0.001));
        camera.turnOn(AmcrestSwitch.POSITIONS_REFUSED);
        assertThat(ask("action=moveRelatively&channel=1&arg1=-0.25&arg2=0&arg3=0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCameraWithoutAHeadSaysSo() throws Exception {
        try (var fixed = AmcrestCamera.builder("Wall").start()) {
            assertThat(Curl.ask(fixed.cgi("ptz.cgi?action=getCurrentProtocolCaps&channel=1"))
                            .text())
                    .contains("caps.Pan=false");
            assertThat(Curl.ask(fixed.cgi("ptz.cgi?action=stop&channel=1&code=Up&arg1=0&arg2=0&arg3=0"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void theOrderCountsWhenItArrivesHoweverLateItIsAnswered() throws Exception {
        head.promptness().hangMoves();
        var hung = Curl.ask(
                camera.cgi("ptz.cgi?action=start&channel=1&code=Left&arg1=0&arg2=5&arg3=0"), "--max-time", "0.5");
        assertThat(hung.head()).isEmpty();
        assertThat(head.turning()).isTrue();
        assertThat(ask("action=stop&channel=1&code=Left&arg1=0&arg2=0&arg3=0").text())
                .isEqualTo(OK);
        assertThat(head.commands().texts()).containsExactly("move pan=-0.625 tilt=0.000", "stop");
    }
}
