// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.HeadPace;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What travels, and what is made of the answers. */
class ReolinkPtzTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String DONE = "\"code\":0,\"value\":{\"rspCode\":200}";

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger logins = new AtomicInteger();

    @Test
    void movesAreOneOperationWithASpeedFrom1To64() throws Exception {
        sends(head -> head.move(-0.5, 0, 0, 0), op("Left", 32));
        sends(head -> head.move(1, 0, 0, 0), op("Right", 64));
        sends(head -> head.move(0, 0.001, 0, 0), op("Up", 1));
        sends(head -> head.move(0, -1, 0, 0), op("Down", 64));
        sends(head -> head.move(-1, 1, 0, 0), op("LeftUp", 64));
        sends(head -> head.move(1, 0.5, 0, 0), op("RightUp", 64));
        sends(head -> head.move(-0.5, -0.5, 0, 0), op("LeftDown", 32));
        sends(head -> head.move(0.5, -0.5, 0, 0), op("RightDown", 32));
        sends(head -> head.move(1, 0.2, 0, 0), op("Right", 64));
        sends(head -> head.move(0, 0, 0.5, 0), op("ZoomInc", 32));
        sends(head -> head.move(0, 0, -0.5, 0), op("ZoomDec", 32));
        sends(head -> head.move(0, 0, 0, 0.5), op("FocusInc", 32));
        sends(head -> head.move(0, 0, 0, -0.5), op("FocusDec", 32));
        sends(head -> head.move(1, 0, 1, 0), op("Right", 64), op("ZoomInc", 64));
        sends(ReolinkPtz::stop, "{\"channel\":0,\"op\":\"Stop\"}");
        sends(head -> head.goTo(7), "{\"channel\":0,\"op\":\"ToPos\",\"id\":7}");
    }

    private static String op(String name, int speed) {
        return "{\"channel\":0,\"op\":\"" + name + "\",\"speed\":" + speed + "}";
    }

    @Test
    void aModelWithoutSpeedsIsToldNoneAnyMore() throws Exception {
        for (int code : List.of(-4, -9)) {
            try (var camera = new ScriptedWeb(request -> parameters(request).has("speed")
                            ? reply(request, "\"code\":1,\"error\":{\"rspCode\":" + code + "}")
                            : normal(request));
                    var head = head(camera)) {
                head.move(1, 0, 0, 0);
                head.move(0, 1, 0, 0);
                assertThat(commands(camera, "PtzCtrl"))
                        .extracting(request -> parameters(request).has("speed"))
                        .containsExactly(true, false, false);
            }
        }
    }

    @Test
    void aFixedModelIsSaidToBeOne() throws Exception {
        try (var camera = new ScriptedWeb(request -> request.parameter("cmd").equals("PtzCtrl")
                        ? reply(request, "\"code\":1,\"error\":{\"rspCode\":-9,\"detail\":\"not support\"}")
                        : normal(request));
                var head = head(camera)) {
            assertThatThrownBy(() -> head.move(1, 0, 0, 0))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.UNSUPPORTED));
            assertThatThrownBy(() -> head.move(1, 0, 0, 0)).isInstanceOf(CameraFailure.class);
            assertThat(commands(camera, "PtzCtrl"))
                    .as("a speed may still be right")
                    .hasSize(4);
        }
    }

    @Test
    void aFailureThatCallsItselfASuccessIsOne() throws Exception {
        try (var camera = new ScriptedWeb(request -> request.parameter("cmd").equals("PtzCtrl")
                        ? reply(request, "\"code\":0,\"value\":{\"rspCode\":-26}")
                        : normal(request));
                var head = head(camera)) {
            assertThatThrownBy(head::stop).hasMessageContaining("-26");
        }
    }

    @Test
    void whatMovedOtherwiseIsStoppedFirst() throws Exception {
        try (var camera = new ScriptedWeb(this::normal);
                var head = head(camera)) {
            head.move(1, 0, 1, 0);
            head.move(1, 0, 0, 0);
            head.stop();
            head.move(0, 0, 1, 0);
            assertThat(commands(camera, "PtzCtrl"))
                    .extracting(request -> parameters(request).path("op").asText())
                    .containsExactly("Right", "ZoomInc", "Stop", "Right", "Stop", "ZoomInc");
        }
    }

    @Test
    void abilitiesFollowTheKindOfTheHead() throws Exception {
        assertThat(abilities("{\"ptzType\":{\"ver\":0},\"ptzCtrl\":{\"ver\":0}}"))
                .extracting(ReolinkAbilities::panTilt, ReolinkAbilities::zoom, ReolinkAbilities::presets)
                .containsExactly(false, false, false);
        assertThat(abilities("{\"ptzType\":{\"ver\":1},\"ptzCtrl\":{\"ver\":1},\"ptzPreset\":{\"ver\":1}}"))
                .extracting(ReolinkAbilities::panTilt, ReolinkAbilities::zoom, ReolinkAbilities::presets)
                .containsExactly(false, true, false);
        assertThat(abilities("{\"ptzType\":{\"ver\":3},\"ptzPreset\":{\"ver\":1}}"))
                .extracting(ReolinkAbilities::panTilt, ReolinkAbilities::zoom, ReolinkAbilities::presets)
                .containsExactly(true, false, true);
        assertThat(abilities("{\"ptzType\":{\"ver\":5}}").speed()).isEqualTo(ReolinkAbilities.Speed.NO);
        assertThat(abilities("{\"ptzCtrl\":{\"ver\":1}}"))
                .extracting(ReolinkAbilities::panTilt, ReolinkAbilities::zoom, ReolinkAbilities::speed)
                .containsExactly(true, true, ReolinkAbilities.Speed.MAYBE);
    }

    private static ReolinkAbilities abilities(String channel) throws IOException {
        var ability = ContractsJson.mapper().readTree("{\"abilityChn\":[" + channel + "]}");
        var guard = ContractsJson.mapper().readTree("{\"code\":1,\"error\":{\"rspCode\":-9}}");
        return ReolinkAbilities.of(ability, 0, new ReolinkAnswer(guard));
    }

    @Test
    void onlyEnabledPlacesArePresetsAndTheFirstOtherIsTaken() throws Exception {
        try (var camera = new ScriptedWeb(this::normal);
                var head = head(camera)) {
            assertThat(head.presets()).containsExactly(new ReolinkPreset(1, "Gate"), new ReolinkPreset(3, "Preset 3"));
            assertThat(head.save("Drive", Optional.empty())).isEqualTo(2);
            head.remove(3);
            assertThat(commands(camera, "SetPtzPreset"))
                    .extracting(request -> parameters(request).path("PtzPreset"))
                    .containsExactly(
                            ContractsJson.mapper()
                                    .valueToTree(Map.of("channel", 0, "enable", 1, "id", 2, "name", "Drive")),
                            ContractsJson.mapper().valueToTree(Map.of("channel", 0, "enable", 0, "id", 3)));
            assertThatThrownBy(() -> head.save("x".repeat(32), Optional.empty()))
                    .hasMessageContaining("31");
        }
    }

    @Test
    void aStopUsesASessionThatIsAboutToBeRenewed() throws Exception {
        try (var camera = new ScriptedWeb(this::normal);
                var head = head(camera)) {
            head.stop();
            clock.move(Duration.ofMinutes(58));
            head.stop();
            assertThat(logins).hasValue(1);
            head.move(1, 0, 0, 0);
            assertThat(logins).hasValue(2);
        }
    }

    @Test
    void aStopDoesNotWaitForASignInThatHangs() throws Exception {
        var release = new CountDownLatch(1);
        try (var camera = new ScriptedWeb(request -> {
                    if (request.parameter("cmd").equals("Login") && logins.get() == 0) {
                        logins.incrementAndGet();
                        awaitOrGo(release);
                        return null;
                    }
                    return normal(request);
                });
                var head = head(camera)) {
            var move = CompletableFuture.runAsync(() -> head.move(1, 0, 0, 0), Thread::startVirtualThread);
            await().atMost(PATIENCE).until(() -> logins.get() == 1);

            head.stop();

            assertThat(commands(camera, "PtzCtrl"))
                    .extracting(request -> parameters(request).path("op").asText())
                    .containsExactly("Stop");
            release.countDown();
            assertThat(move.handle((done, failure) -> failure == null || failure.getCause() instanceof CameraFailure)
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void whereNoSessionIsLeftTheOldOneMakesRoom() throws Exception {
        var open = new AtomicInteger();
        try (var camera = new ScriptedWeb(request -> switch (request.parameter("cmd")) {
                    case "Login" ->
                        open.compareAndSet(0, 1)
                                ? normal(request)
                                : reply(request, "\"code\":1,\"error\":{\"rspCode\":-5,\"detail\":\"max session\"}");
                    case "Logout" -> {
                        open.set(0);
                        yield normal(request);
                    }
                    default -> normal(request);
                });
                var head = head(camera)) {
            head.move(1, 0, 0, 0);
            clock.move(Duration.ofMinutes(58));
            head.move(-1, 0, 0, 0);
            assertThat(logins).hasValue(2);
        }
        assertThat(open).as("given back at the end").hasValue(0);
    }

    private static void awaitOrGo(CountDownLatch release) {
        try {
            release.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Order {
        void give(ReolinkPtz head);
    }

    private void sends(Order order, String... parameters) throws Exception {
        try (var camera = new ScriptedWeb(this::normal);
                var head = head(camera)) {
            order.give(head);
            assertThat(commands(camera, "PtzCtrl"))
                    .extracting(ReolinkPtzTest::parameters)
                    .containsExactlyElementsOf(
                            Stream.of(parameters).map(ReolinkPtzTest::json).toList());
        }
    }

    private static List<ScriptedWeb.Request> commands(ScriptedWeb camera, String name) {
        return camera.requests().stream()
                .filter(request -> request.parameter("cmd").equals(name))
                .toList();
    }

    private static JsonNode parameters(ScriptedWeb.Request request) {
        return json(request.body()).path(0).path("param");
    }

    private static JsonNode json(String text) {
        try {
            return ContractsJson.mapper().readTree(text);
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private byte[] normal(ScriptedWeb.Request request) {
        return switch (request.parameter("cmd")) {
            case "Login" ->
                reply(
                        request,
                        "\"code\":0,\"value\":{\"Token\":{\"leaseTime\":3600,\"name\":\"t" + logins.incrementAndGet()
                                + "\"}}");
            case "GetPtzPreset" ->
                reply(
                        request,
                        "\"code\":0,\"value\":{\"PtzPreset\":[{\"channel\":0,\"enable\":1,\"id\":1,\"name\":\"Gate\"},"
                                + "{\"channel\":0,\"enable\":0,\"id\":2,\"name\":\"pos2\"},"
                                + "{\"channel\":0,\"enable\":1,\"id\":3,\"name\":\"\"}]}");
            default -> reply(request, DONE);
        };
    }

    private static byte[] reply(ScriptedWeb.Request request, String rest) {
        return ScriptedWeb.answer(200, "text/html", "[{\"cmd\" : \"" + request.parameter("cmd") + "\"," + rest + "}]");
    }

    private ReolinkPtz head(ScriptedWeb camera) {
        var address = new ReolinkAddress("127.0.0.1", camera.port(), false, Optional.empty(), Origin.FILE);
        var secret = new Credentials("admin", "canary");
        return new ReolinkPtz(
                new ReolinkApi(Cameras.http(), address, secret, clock), 0, new HeadPace(PATIENCE, PATIENCE, PATIENCE));
    }
}
