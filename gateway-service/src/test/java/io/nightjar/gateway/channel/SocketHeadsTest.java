// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.head.HeadOrders;
import io.nightjar.gateway.head.HoldOrder;
import io.nightjar.gateway.users.UserRole;
import io.nightjar.gateway.users.UsersFixture;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketHeadsTest {
    private static final List<String> CAMERAS = List.of("gate", "yard", "hall");

    private final Desk desk = new Desk();
    private final List<String> said = new ArrayList<>();
    private final List<String> audit = new ArrayList<>();
    private long nanos;
    private SocketHeads heads = heads();

    /** Keeps what is ordered, and answers when told. */
    private static final class Desk implements HeadOrders {
        final Map<CameraId, List<String>> sent = new HashMap<>();
        final List<UniEmitter<? super JsonNode>> open = new ArrayList<>();
        final List<BooleanSupplier> repeats = new ArrayList<>();

        @Override
        public Uni<JsonNode> hold(CameraId camera, HeadCaller caller, HoldOrder order) {
            return later(camera, "hold " + order.press());
        }

        @Override
        public Uni<JsonNode> stop(CameraId camera, HeadCaller caller, OptionalLong press, BooleanSupplier wanted) {
            repeats.add(wanted);
            return later(camera, "stop" + (press.isPresent() ? " " + press.getAsLong() : ""));
        }

        @Override
        public void closed(CameraId camera, HeadCaller caller) {
            of(camera).add("closed");
        }

        List<String> of(CameraId camera) {
            return sent.computeIfAbsent(camera, unknown -> new ArrayList<>());
        }

        private Uni<JsonNode> later(CameraId camera, String order) {
            of(camera).add(order);
            return Uni.createFrom().emitter(open::add);
        }
    }

    private SocketHeads heads() {
        var page = new PageVoice() {
            @Override
            public void say(String text) {
                said.add(text);
            }

            @Override
            public boolean isSlow() {
                return false;
            }

            @Override
            public void run(Runnable handed) {
                handed.run();
            }

            @Override
            public String address() {
                return "10.0.0.7";
            }
        };
        return new SocketHeads(
                new HeadMeans(
                        desk,
                        (user, camera) -> {
                            if (!CAMERAS.contains(camera)) {
                                throw Problem.notFound("There is no camera \"\".");
                            }
                            return CameraId.of(camera);
                        },
                        (who, from, action, camera, allowed, result) ->
                                audit.add(action + " " + camera + " " + allowed + " " + result),
                        () -> nanos),
                page);
    }

    private void say(String camera, String what, long press) {
        heads.heard(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "ptz")
                        .put("camera", camera)
                        .put("do", what)
                        .put("press", press)
                        .put("pan", 1),
                UsersFixture.of(UserRole.OPERATOR, null));
    }

    private void answer(int which) {
        desk.open.remove(which).complete(JsonNodeFactory.instance.objectNode());
    }

    private List<String> sent(String camera) {
        return desk.of(CameraId.of(camera));
    }

    @Test
    void ofHoldsThatWaitOnlyTheNewestGoesOut() {
        say("gate", "hold", 1);
        say("gate", "hold", 1);
        say("gate", "hold", 1);
        assertThat(sent("gate")).containsExactly("hold 1");
        answer(0);
        assertThat(sent("gate")).containsExactly("hold 1", "hold 1");
        answer(0);
        assertThat(sent("gate")).hasSize(2);
        assertThat(audit).containsExactly("ptz.move gate true ok");
    }

    @Test
    void aHoldThatTheCameraIsSlowToAnswerIsRenewedMeanwhileWithinBounds() {
        for (int each = 0; each < 20; each++) {
            say("gate", "hold", 1);
            nanos += 200_000_000L;
        }
        assertThat(sent("gate")).hasSize(4);
    }

    @Test
    void aStopOvertakesWhateverHangsAndNothingOfItsPressFollows() {
        say("gate", "hold", 1);
        say("gate", "hold", 1);
        say("gate", "stop", 1);
        say("gate", "hold", 1);
        answer(0);
        assertThat(sent("gate")).containsExactly("hold 1", "stop 1");
        assertThat(said).anyMatch(text -> text.contains("\"ignored\":true"));
    }

    @Test
    void aNewPressGoesOutBesideTheOldOneAndEndsTheRepeatingOfItsStop() {
        say("gate", "hold", 1);
        say("gate", "stop", 1);
        assertThat(desk.repeats.getFirst().getAsBoolean()).isTrue();
        say("gate", "hold", 2);
        assertThat(sent("gate")).containsExactly("hold 1", "stop 1", "hold 2");
        assertThat(desk.repeats.getFirst().getAsBoolean()).isFalse();
    }

    @Test
    void aStopThatIsRepeatedAgainAndAgainIsSentAFewTimesAndRememberedOnce() {
        say("gate", "hold", 1);
        for (int each = 0; each < 50; each++) {
            say("gate", "stop", 1);
        }
        assertThat(sent("gate")).containsExactly("hold 1", "stop 1", "stop 1", "stop 1");
        answer(0);
        answer(0);
        answer(0);
        assertThat(audit).containsExactly("ptz.move gate true ok", "ptz.stop gate true ok");
    }

    @Test
    void aStopWithoutANumberStopsEverythingThatWasPressed() {
        say("gate", "hold", 7);
        say("gate", "stop", -1);
        say("gate", "hold", 7);
        assertThat(sent("gate")).containsExactly("hold 7", "stop 7");
        say("yard", "stop", -1);
        assertThat(sent("yard")).containsExactly("stop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"do\": \"hold\", \"camera\": \"gate\", \"press\": 1, \"pan\": \"fast\"}",
                "{\"do\": \"hold\", \"camera\": \"gate\", \"press\": 1, \"pan\": 1.5}",
                "{\"do\": \"hold\", \"camera\": \"gate\", \"press\": 1, \"zoom\": -1e300}",
                "{\"do\": \"hold\", \"camera\": \"gate\", \"press\": 1.5}",
                "{\"do\": \"hold\", \"camera\": \"gate\", \"press\": 99999999999999999999}",
                "{\"do\": \"hold\", \"camera\": \"gate\", \"press\": 0}",
                "{\"do\": \"hold\", \"camera\": \"gate\"}",
                "{\"do\": \"dance\", \"camera\": \"gate\", \"press\": 1}",
                "{\"do\": {}, \"camera\": [], \"press\": {}}",
                "{\"do\": \"hold\", \"camera\": \"../yard\", \"press\": 1}",
                "{\"do\": \"stop\", \"camera\": \"<script>\", \"press\": 1}",
                "{}"
            })
    void whatMakesNoSenseIsAnsweredAndSentNowhere(String json) throws Exception {
        heads.heard(
                io.nightjar.contracts.ContractsJson.mapper().readTree(json), UsersFixture.of(UserRole.OPERATOR, null));
        assertThat(desk.sent).isEmpty();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst())
                .contains("\"ok\":false", "\"title\":")
                .doesNotContain("script")
                .doesNotContain("..");
    }

    @Test
    void whateverIsSaidInWhateverOrderTheLastThingSentToEachHeadIsAStop() {
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            desk.sent.clear();
            desk.open.clear();
            heads = heads();
            var stopped = new HashSet<String>();
            long press = 1;
            for (int each = 0; each < 60; each++) {
                var camera = CAMERAS.get(random.nextInt(CAMERAS.size()));
                nanos += random.nextLong(300_000_000L);
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        say(camera, "hold", Math.max(1, press - random.nextInt(3)));
                        stopped.remove(camera);
                    }
                    case 2 -> {
                        say(camera, "stop", press);
                        stopped.add(camera);
                    }
                    case 3 -> press++;
                    default -> {
                        if (!desk.open.isEmpty()) {
                            end(random);
                        }
                    }
                }
            }
            while (!desk.open.isEmpty()) {
                end(random);
            }
            check(stopped, seed, "stop");
            heads.close();
            say("gate", "hold", press + 1);
            say("yard", "stop", press + 1);
            check(new HashSet<>(CAMERAS), seed, "closed");
        }
    }

    private void end(Random random) {
        var one = desk.open.remove(random.nextInt(desk.open.size()));
        if (random.nextBoolean()) {
            one.complete(JsonNodeFactory.instance.objectNode());
        } else {
            one.fail(Problem.unavailable("away"));
        }
    }

    private void check(HashSet<String> cameras, int seed, String end) {
        for (var camera : cameras) {
            var orders = sent(camera);
            boolean moved = orders.stream().anyMatch(order -> order.startsWith("hold"));
            if (moved) {
                assertThat(orders.getLast())
                        .as("seed %d, %s: %s", seed, camera, orders)
                        .startsWith(end);
            }
        }
    }
}
