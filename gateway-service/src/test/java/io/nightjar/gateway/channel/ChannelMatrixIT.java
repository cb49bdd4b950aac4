// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.AccessMatrix;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.policy.Action;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Every channel of pictures and video, for every kind of visitor and camera: open exactly when the policy says so. */
@QuarkusTest
@WithGateway
class ChannelMatrixIT extends AccessMatrix {
    private static final List<String> CHANNELS = List.of(
            "GET /api/cameras/{camera}/mjpeg?role=main",
            "GET /api/cameras/{camera}/snapshot.jpg?role=main",
            "GET /hls/{camera}/main/index.m3u8",
            "GET /hls/{camera}/main/init.mp4",
            "POST /whep/{camera}/main",
            "DELETE /whep/{camera}/main/session-9");

    @Inject
    Outbox outbox;

    @Test
    void everyChannelIsOpenExactlyWhenThePolicySaysSo() throws IOException, InterruptedException {
        House.report(outbox, "gate/main", StreamState.Name.LIVE);
        House.report(outbox, "yard/main", StreamState.Name.LIVE);
        House.report(outbox, "cellar/main", StreamState.Name.LIVE);
        for (var visitor : VISITORS) {
            for (var camera : CAMERAS) {
                for (var channel : CHANNELS) {
                    check(visitor, camera, channel);
                }
            }
        }
    }

    @Test
    void headsObeyExactlyThoseWhoThePolicyLets() {
        House.ptz("{}");
        for (var visitor : List.of("vera", "vic", "otto", "admin")) {
            try (var page = Page.open(Visitors.token(visitor))) {
                for (var camera : CAMERAS) {
                    checkHead(page, visitor, camera);
                }
            }
        }
    }

    private void checkHead(Page page, String visitor, String camera) {
        for (var order : List.of("hold", "stop")) {
            var answer = page.order(camera, order, 1).answer(camera, order, 1);
            var kind =
                    switch (decision(visitor, Action.PTZ_MOVE, camera)) {
                        case ALLOWED -> "";
                        case FORBIDDEN -> "forbidden";
                        case NOT_FOUND -> "not-found";
                        case SIGN_IN -> "unauthenticated";
                    };
            assertThat(answer.path("kind").asText())
                    .as("%s %s %s", visitor, order, camera)
                    .isEqualTo(kind);
            assertThat(answer.path("ok").asBoolean()).isEqualTo(kind.isEmpty());
        }
    }

    @Test
    void headsAreShownExactlyToThoseWhoThePolicyLets() {
        for (var camera : CAMERAS) {
            House.head(outbox, camera, House.url(), 1, false);
        }
        for (var visitor : List.of("vera", "vic", "otto", "admin")) {
            // Who has not signed in yet may be nobody yet.
            var token = Visitors.token(visitor);
            var expected = CAMERAS.stream()
                    .filter(camera -> decision(visitor, Action.PTZ_READ, camera).allowed())
                    .toList();
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
                try (var page = Page.open(token).hello()) {
                    assertThat(page.await("snapshot").path("heads").findValuesAsText("camera"))
                            .as(visitor)
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            });
        }
    }

    private void check(String visitor, String camera, String channel) throws IOException, InterruptedException {
        var token = visitor.equals("nobody") ? "none" : Visitors.token(visitor);
        int refusal = refusal(visitor, Action.WATCH, camera);
        int status = status(token, channel.replace("{camera}", camera));
        if (refusal == 0) {
            assertThat(status).as("%s %s", visitor, channel).isBetween(200, 299);
        } else {
            assertThat(status).as("%s %s %s", visitor, camera, channel).isEqualTo(refusal);
        }
    }

    private static int status(String token, String channel) throws IOException, InterruptedException {
        var words = channel.split(" ");
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + words[1]))
                .header("Authorization", "Bearer " + token)
                .method(words[0], HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            client.shutdownNow();
            return answer.statusCode();
        }
    }
}
