// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import static io.nightjar.ptz.api.PtzApi.SOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What others hear of heads, and how the figures are called. */
@QuarkusTest
@TestProfile(ScriptedHeads.class)
@WithKafka
class HeadEventsIT {

    @Inject
    PtzApi api;

    @Inject
    ScriptedDrivers drivers;

    @Inject
    Events events;

    @Inject
    ServiceInfo info;

    private final String camera = "dome-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<PtzStatus> told = new CopyOnWriteArrayList<>();
    private final List<String> gone = new CopyOnWriteArrayList<>();

    private final class Heard implements Listener<PtzStatus> {

        @Override
        public void onEvent(String key, PtzStatus status) {
            if (key.equals(camera)) {
                told.add(status);
            }
        }

        @Override
        public void onDeleted(String key) {
            gone.add(key);
        }
    }

    @Test
    void whatBecomesOfAHeadIsToldAndThatItIsNoMore() {
        assertThat(Topic.PTZ.name()).isEqualTo("nightjar.ptz");
        try (var following = events.follow(Topic.PTZ, From.START, new Heard())) {
            api.register(camera, Capability.PTZ);
            heard(status -> status.abilities().panTilt() && status.owner().equals(info.internalUrl()));
            api.post(camera, "move", "{\"pan\":1,\"timeoutMs\":5000}").statusCode(200);
            heard(status -> status.moving() && "Anna".equals(status.leaseHolder()));
            api.post(camera, "stop", "{}").statusCode(200);
            await().atMost(SOON).until(() -> !told.getLast().moving());
            api.remove(camera);
            await().atMost(SOON).until(() -> gone.contains(camera));
            following.close();
        }
    }

    @Test
    void everyOrderIsMeasuredByLanguageCommandAndOutcome() {
        api.register(camera, Capability.PTZ);
        api.post(camera, "home", "{}").statusCode(200);
        drivers.driver(camera).fail("goto", ErrorKind.RESET);
        api.post(camera, "presets/1/goto", "{}").statusCode(502);
        var figures = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(figures.lines())
                .anyMatch(line -> isCount(line, "home", "ok"))
                .anyMatch(line -> isCount(line, "preset", ErrorKind.RESET.wire()))
                .anyMatch(line -> line.startsWith("nightjar_ptz_command_seconds_bucket{") && line.contains("le="));
        api.remove(camera);
    }

    private static boolean isCount(String line, String command, String outcome) {
        return line.startsWith("nightjar_ptz_command_seconds_count{")
                && List.of("driver=\"onvif\"", "command=\"" + command + "\"", "outcome=\"" + outcome + "\"").stream()
                        .allMatch(line::contains);
    }

    private void heard(Predicate<PtzStatus> wanted) {
        await().atMost(SOON).until(() -> told.stream().anyMatch(wanted));
    }
}
