// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.channel.LongAnswer;
import io.nightjar.kit.Home;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithGateway
class PicturesIT {
    @Inject
    Outbox outbox;

    @Inject
    Home home;

    @BeforeEach
    void gateIsLive() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
    }

    @AfterEach
    void picturesComeAgain() {
        House.pictures(true);
    }

    @Test
    void theNewestPictureSaysWhenItWasTaken() {
        var answer = Visitors.as("vera").get("/api/cameras/gate/snapshot.jpg?role=sub&width=320");
        answer.then().statusCode(200).contentType("image/jpeg").header("X-Captured-At", notNullValue());
        assertThat(Instant.parse(answer.header("X-Captured-At")))
                .isAfter(Instant.now().minusSeconds(5));
        assertThat(House.calls())
                .anyMatch(call -> "/internal/ingest/snapshot/gate/sub.jpg?width=320".equals(call.get("uri")));
    }

    @Test
    void aCameraThatIsAwayShowsItsLastPictureAndWhenThatWas() {
        var kept = home.state().resolve("pictures/gate.jpg");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(kept));
        House.pictures(false);
        Visitors.as("vera")
                .get("/api/cameras/gate/snapshot.jpg")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Captured-At", notNullValue());
    }

    @Test
    void aCameraWithoutAnyPictureSaysSo() {
        Visitors.admin()
                .contentType("application/json")
                .body("{\"id\": \"blind\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}}")
                .post("/api/cameras")
                .then()
                .statusCode(201);
        Visitors.admin()
                .get("/api/cameras/blind/snapshot.jpg")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("kind", equalTo("unavailable"));
        Visitors.admin().delete("/api/cameras/blind").then().statusCode(204);
    }

    @Test
    void movingPicturesComeInPartsAndStopWhenTheViewerLeaves() {
        try (var pictures =
                LongAnswer.get("/api/cameras/gate/mjpeg?role=sub&fps=7&width=480", Visitors.token("vera"))) {
            assertThat(pictures.header("Content-Type")).isEqualTo("multipart/x-mixed-replace; boundary=nightjar");
            Awaitility.await().untilAsserted(() -> assertThat(pictures.lines().stream()
                            .filter("--nightjar"::equals)
                            .count())
                    .isGreaterThan(5));
            assertThat(pictures.lines())
                    .contains("Content-Type: image/jpeg")
                    .anyMatch(line -> line.startsWith("X-Captured-At: 2"));
            assertThat(House.calls())
                    .anyMatch(call -> "/internal/ingest/mjpeg/gate/sub?fps=7&width=480".equals(call.get("uri")));
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(House::watching, watching -> watching == 0);
    }

    @Test
    void movingPicturesEndWithTheSession() {
        var token = Visitors.freshToken("vic");
        try (var pictures = LongAnswer.get("/api/cameras/gate/mjpeg", token)) {
            Awaitility.await().untilAsserted(() -> assertThat(pictures.lines()).contains("--nightjar"));
            Visitors.nobody().header("Authorization", "Bearer " + token).delete("/api/session");
            Awaitility.await().until(pictures::isOver);
        }
    }

    @Test
    void manyViewersTakeNoThreads() {
        var token = Visitors.token("vic");
        int before = Thread.activeCount();
        var viewers = java.util.stream.IntStream.range(0, 50)
                .mapToObj(number -> LongAnswer.get("/api/cameras/gate/mjpeg", token))
                .toList();
        try {
            Awaitility.await().untilAsserted(() -> assertThat(viewers)
                    .allMatch(viewer -> viewer.lines().contains("--nightjar")));
            long workers = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("executor-thread")
                            || thread.getName().startsWith("vert.x-worker"))
                    .count();
            assertThat(workers).as("threads before: %d", before).isLessThan(40);
            assertThat(House.watching()).isEqualTo(1);
        } finally {
            viewers.forEach(LongAnswer::close);
        }
    }
}
