// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.HeadPace;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What travels, to the byte, and what is made of the answers. */
class AmcrestPtzTest {

    private static final String DIRECTION = "/cgi-bin/ptz.cgi?action=start&channel=1&code=";
    private static final String CHALLENGE = "WWW-Authenticate: Digest realm=\"Login to 2J\",qop=\"auth\",nonce=\"n\"";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MovedClock clock = new MovedClock();

    @Test
    void directionsAreWordsWithASpeedFrom1To8() throws Exception {
        sends(head -> head.move(-0.625, 0, 0, 0), DIRECTION + "Left&arg1=0&arg2=5&arg3=0");
        sends(head -> head.move(1, 0, 0, 0), DIRECTION + "Right&arg1=0&arg2=8&arg3=0");
        sends(head -> head.move(0, 0.5, 0, 0), DIRECTION + "Up&arg1=0&arg2=4&arg3=0");
        sends(head -> head.move(0, -0.5, 0, 0), DIRECTION + "Down&arg1=0&arg2=4&arg3=0");
        sends(head -> head.move(-1, 0.5, 0, 0), DIRECTION + "LeftUp&arg1=4&arg2=8&arg3=0");
        sends(head -> head.move(1, 0.5, 0, 0), DIRECTION + "RightUp&arg1=4&arg2=8&arg3=0");
        sends(head -> head.move(-0.25, -1, 0, 0), DIRECTION + "LeftDown&arg1=8&arg2=2&arg3=0");
        sends(head -> head.move(0.25, -1, 0, 0), DIRECTION + "RightDown&arg1=8&arg2=2&arg3=0");
        sends(head -> head.move(0, 0, 1, 0), DIRECTION + "ZoomTele&arg1=0&arg2=8&arg3=0");
        sends(head -> head.move(0, 0, -1, 0), DIRECTION + "ZoomWide&arg1=0&arg2=8&arg3=0");
        sends(head -> head.move(0, 0, 0, 1), DIRECTION + "FocusFar&arg1=0&arg2=8&arg3=0");
        sends(head -> head.move(0, 0, 0, -1), DIRECTION + "FocusNear&arg1=0&arg2=8&arg3=0");
    }

    @Test
    void noSpeedIsEver0() throws Exception {
        sends(head -> head.move(0.001, 0, 0, 0), DIRECTION + "Right&arg1=0&arg2=1&arg3=0");
        sends(head -> head.move(0.001, -0.002, 0, 0), DIRECTION + "Down&arg1=0&arg2=1&arg3=0");
        sends(head -> head.move(0, 0, 0.001, 0), DIRECTION + "ZoomTele&arg1=0&arg2=1&arg3=0");
        sends(head -> head.move(1, 0.05, 0, 0), DIRECTION + "Right&arg1=0&arg2=8&arg3=0");
    }

    @Test
    void headAndLensAreTwoOrders() throws Exception {
        sends(
                head -> head.move(1, 0, 1, 0),
                DIRECTION + "Right&arg1=0&arg2=8&arg3=0",
                DIRECTION + "ZoomTele&arg1=0&arg2=8&arg3=0");
    }

    @Test
    void aStopNeedsToKnowNothing() throws Exception {
        var stop = "/cgi-bin/ptz.cgi?action=stop&channel=1&code=";
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "OK\r\n"))) {
            var head = head(camera, List.of(1));
            head.stop();
            assertThat(targets(camera))
                    .containsExactly(
                            stop + "Right&arg1=0&arg2=0&arg3=0",
                            stop + "ZoomTele&arg1=0&arg2=0&arg3=0",
                            stop + "FocusFar&arg1=0&arg2=0&arg3=0");
            head.move(-1, 0, 0, 0);
            camera.requests().clear();
            head.stop();
            assertThat(targets(camera)).containsExactly(stop + "Left&arg1=0&arg2=0&arg3=0");
            camera.requests().clear();
            head.stop();
            assertThat(targets(camera)).containsExactly(stop + "Left&arg1=0&arg2=0&arg3=0");
        }
    }

    @Test
    void aMoveOfTheLensAloneStopsTheTurnFirst() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "OK\r\n"))) {
            var head = head(camera, List.of(1));
            head.move(-1, 0, 1, 0);
            camera.requests().clear();
            head.move(0, 0, 1, 0);
            assertThat(targets(camera))
                    .containsExactly(
                            "/cgi-bin/ptz.cgi?action=stop&channel=1&code=Left&arg1=0&arg2=0&arg3=0",
                            DIRECTION + "ZoomTele&arg1=0&arg2=8&arg3=0");
        }
    }

    @Test
    void aStopOvertakesAQuestionThatIsNeverAnswered() throws Exception {
        var release = new CountDownLatch(1);
        try (var camera = new ScriptedWeb(request -> {
            if (request.parameter("action").equals("getPresets")) {
                awaitQuietly(release);
                return null;
            }
            return answer(200, "text/plain", "OK\r\n");
        })) {
            var head = head(camera, List.of(1));
            var question = CompletableFuture.runAsync(head::presets, Thread::startVirtualThread);
            await().atMost(PATIENCE).until(() -> !camera.requests().isEmpty());

            head.stop();

            assertThat(question).isNotDone();
            release.countDown();
            assertThat(question.handle((done, failure) -> failure != null).get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private static void awaitQuietly(CountDownLatch release) {
        try {
            release.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anAnswerOtherThanOkIsAFailure() throws Exception {
        for (var body : List.of("Error\r\nBad Request!\r\n", "Error", "", "Okay", "ok")) {
            try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", body))) {
                assertThatThrownBy(() -> head(camera, List.of(1)).move(1, 0, 0, 0))
                        .isInstanceOf(CameraFailure.class);
            }
        }
    }

    @Test
    void aMoveThatTheFirmwareDoesNotKnowIsUnsupported() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(400, "text/plain", "Error\r\nBad Request!\r\n"))) {
            assertThatThrownBy(() -> head(camera, List.of(1, 0)).move(0, 0, 0, 1))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.UNSUPPORTED))
                    .hasMessageContaining("focus");
        }
    }

    @Test
    void theChannelThatWorksIsLearned() throws Exception {
        try (var camera =
                new ScriptedWeb(request -> request.parameter("channel").equals("0")
                        ? answer(200, "text/plain", "OK\r\n")
                        : answer(200, "text/plain", "Error\r\nBad Request!\r\n"))) {
            var head = head(camera, List.of(1, 0));
            head.move(1, 0, 0, 0);
            head.move(0, 1, 0, 0);
            assertThat(camera.requests())
                    .extracting(request -> request.parameter("channel"))
                    .containsExactly("1", "0", "0");
        }
    }

    @Test
    void aWrongPasswordIsTriedOnceAndThenSaid() throws Exception {
        try (var camera =
                new ScriptedWeb(request -> answer(401, "text/plain", "Error\r\nInvalid Authority!\r\n", CHALLENGE))) {
            var head = head(camera, List.of(1, 0));
            var calls = List.<Runnable>of(head::abilities, head::stop, head::presets, () -> head.move(1, 0, 0, 0));
            for (var call : calls) {
                assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                                .isEqualTo(ErrorKind.AUTH));
            }
            assertThat(camera.requests()).as("one question, one proof").hasSize(2);
        }
    }

    @Test
    void aPasswordThatWorkedIsTriedOnceMore() throws Exception {
        var answers = new AtomicInteger();
        try (var camera = new ScriptedWeb(request -> {
            boolean proof = request.header("Authorization").isPresent();
            // Too much at once: the second order is refused although it proves the password.
            return proof && answers.incrementAndGet() != 2
                    ? answer(200, "text/plain", "OK\r\n")
                    : answer(401, "text/plain", "Error\r\nInvalid Authority!\r\n", CHALLENGE);
        })) {
            var head = head(camera, List.of(1));
            head.move(1, 0, 0, 0);
            head.move(-1, 0, 0, 0);
            head.stop();
            assertThat(answers.get()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void anAccountWithoutTheRightKeepsBeingAsked() throws Exception {
        try (var camera = new ScriptedWeb(request -> request.parameter("action").equals("getCurrentProtocolCaps")
                ? answer(200, "text/plain", "Error\r\nAuthorization Failed!\r\n")
                : answer(200, "text/plain", "OK\r\n"))) {
            var head = head(camera, List.of(1));
            assertThatThrownBy(head::abilities).hasMessageContaining("right");
            head.move(1, 0, 0, 0);
        }
    }

    @Test
    void abilitiesAreReadOrAssumed() throws Exception {
        var said = Map.of(
                "caps.Pan",
                "true",
                "caps.Tile",
                "true",
                "caps.Zoom",
                "false",
                "caps.Focus",
                "true",
                "caps.PresetMax",
                "80");
        assertThat(AmcrestAbilities.of(said))
                .isEqualTo(new AmcrestAbilities(true, false, true, true, 80, Optional.empty()));
        assertThat(AmcrestAbilities.of(Map.of("caps.Pan", "false", "caps.Zoom", "false")))
                .isEqualTo(new AmcrestAbilities(false, false, false, false, 0, Optional.empty()));
        try (var camera = new ScriptedWeb(request -> answer(400, "text/plain", "Error\r\nBad Request!\r\n"))) {
            assertThat(head(camera, List.of(1, 0)).abilities()).isEqualTo(AmcrestAbilities.ASSUMED);
        }
    }

    @Test
    void presetsAreNamedAndTakeTheFirstFreePlace() throws Exception {
        try (var camera = new ScriptedWeb(request -> switch (request.parameter("action")) {
            case "getPresets" ->
                answer(
                        200,
                        "text/plain",
                        "presets[0].Index=1\r\npresets[0].Name=Zaal\r\npresets[1].Index=3\r\npresets[1].Name=\r\n");
            case "getCurrentProtocolCaps" -> answer(200, "text/plain", "caps.Pan=true\r\ncaps.PresetMax=80\r\n");
            default -> answer(200, "text/plain", "OK\r\n");
        })) {
            var head = head(camera, List.of(1));
            assertThat(head.presets()).containsExactly(new AmcrestPreset(1, "Zaal"), new AmcrestPreset(3, "Preset 3"));
            assertThat(head.save("Tor & Süd", Optional.empty())).isEqualTo(2);
            assertThat(targets(camera))
                    .contains(
                            "/cgi-bin/ptz.cgi?action=start&channel=1&code=SetPreset&arg1=0&arg2=2&arg3=0",
                            "/cgi-bin/ptz.cgi?action=SetPreset&channel=1&arg1=2&arg2=Tor%20%26%20S%C3%BCd");
            camera.requests().clear();
            head.goTo(2);
            head.remove(2);
            assertThat(targets(camera))
                    .containsExactly(
                            DIRECTION + "GotoPreset&arg1=0&arg2=2&arg3=0",
                            DIRECTION + "ClearPreset&arg1=0&arg2=2&arg3=0");
        }
    }

    @Test
    void noPresetsAreNothingOrAnError() throws Exception {
        for (var body : List.of("", "\r\n", "Error\r\nBad Request!\r\n")) {
            try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", body))) {
                assertThat(head(camera, List.of(1, 0)).presets()).isEmpty();
            }
        }
    }

    @Test
    void positionsAreInDegreesHoweverTheyAreSpelt() {
        var range = new AmcrestRange(0, 354, -4, 79);
        assertThat(AmcrestStatus.position(Map.of(
                                "status.Postion[0]", "177.000000",
                                "status.Postion[1]", "-4.000000",
                                "status.Postion[2]", "1.000000"))
                        .map(range::position))
                .contains(new AmcrestPosition(0, 1, 0));
        assertThat(AmcrestStatus.position(Map.of("status.Position", "354,79,128"))
                        .map(range::position))
                .contains(new AmcrestPosition(1, -1, 1));
        assertThat(AmcrestStatus.position(Map.of("status.Postion[0]", "here"))).isEmpty();
        assertThat(range.degrees(new AmcrestPosition(-1, 0, 0))).isEqualTo(new AmcrestRange.Degrees(0, 37.5, 1));

        var around = new AmcrestRange(0, 360, -15, 90);
        assertThat(around.degrees(new AmcrestPosition(0, 1, 0)).pan()).isZero();
        assertThat(around.degrees(new AmcrestPosition(-0.5, 1, 0)).pan()).isEqualTo(270);
        assertThat(around.position(new AmcrestRange.Degrees(270, -15, 1)).pan()).isEqualTo(-0.5);
    }

    private interface Order {
        void give(AmcrestPtz head);
    }

    private void sends(Order order, String... targets) throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "OK\r\n"))) {
            order.give(head(camera, List.of(1)));
            assertThat(targets(camera)).containsExactly(targets);
        }
    }

    private static List<String> targets(ScriptedWeb camera) {
        return camera.requests().stream().map(ScriptedWeb.Request::target).toList();
    }

    private AmcrestPtz head(ScriptedWeb camera, List<Integer> channels) {
        var address = new AmcrestAddress("127.0.0.1", camera.port(), false, Optional.empty(), Origin.FILE);
        var secret = new Credentials("admin", "canary");
        return new AmcrestPtz(
                new AmcrestApi(Cameras.http(), address, secret, clock),
                channels,
                new HeadPace(PATIENCE, PATIENCE, PATIENCE));
    }
}
