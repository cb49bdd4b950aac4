// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.policy.Endpoints;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A hidden camera and one that does not exist are one and the same, on every way in. */
@QuarkusTest
@WithGateway
class HiddenIT {
    private static final String HIDDEN = "cellar";
    /** As long as the hidden one's name, so that lengths can be compared as well. */
    private static final String UNKNOWN = "attics";

    private static final Stream<String> CHANNELS = Stream.of(
            "GET /api/cameras/{id}/mjpeg",
            "GET /api/cameras/{id}/mjpeg?role=main",
            "GET /hls/{id}/main/index.m3u8",
            "GET /hls/{id}/sub/init.mp4",
            "POST /whep/{id}/main",
            "PATCH /whep/{id}/main/session-9",
            "DELETE /whep/{id}/main/session-9",
            "GET /api/recordings?camera={id}");

    @Inject
    Outbox outbox;

    private record Said(int status, Map<String, String> headers, String body) {}

    private static Said ask(String visitor, String route, String camera) {
        var words = route.replace("{id}", camera).split(" ");
        var answer = (visitor.equals("nobody") ? Visitors.nobody() : Visitors.as(visitor))
                .contentType("application/json")
                .request(words[0], words[1]);
        var headers = new TreeMap<String, String>();
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("Date");
        return new Said(answer.statusCode(), headers, answer.asString().replace(camera, "x"));
    }

    private static Stream<String> routes() {
        var rest = Endpoints.all().stream()
                .filter(endpoint -> endpoint.action().ofCamera())
                .map(endpoint -> endpoint.method() + " " + endpoint.to("{id}"));
        return Stream.concat(rest, CHANNELS);
    }

    @Test
    void everyRouteRefusesBothWithTheSameBytes() {
        House.report(outbox, "gate/main", StreamState.Name.LIVE);
        House.send(outbox, "cellar/main", StreamState.Name.LIVE);
        assertThat(routes()).hasSizeGreaterThan(20).allSatisfy(route -> {
            for (var visitor : new String[] {"vera", "vic", "otto"}) {
                var hidden = ask(visitor, route, HIDDEN);
                assertThat(hidden).as("%s %s", visitor, route).isEqualTo(ask(visitor, route, UNKNOWN));
                assertThat(hidden.status()).as("%s %s", visitor, route).isEqualTo(404);
            }
            assertThat(ask("nobody", route, HIDDEN)).isEqualTo(ask("nobody", route, UNKNOWN));
        });
    }

    @Test
    void evenAnAdministratorWatchesNoHiddenCamera() {
        for (var route : new String[] {
            "GET /api/cameras/{id}/snapshot.jpg",
            "GET /api/cameras/{id}/mjpeg",
            "GET /hls/{id}/main/index.m3u8",
            "POST /whep/{id}/main",
            "POST /api/cameras/{id}/streams/main/start",
            "POST /api/cameras/{id}/ptz/move"
        }) {
            assertThat(ask("admin", route, HIDDEN)).as(route).isEqualTo(ask("admin", route, UNKNOWN));
        }
        assertThat(ask("admin", "GET /api/cameras/{id}", HIDDEN).status()).isEqualTo(200);
    }

    @Test
    void theLiveSocketTellsAndShowsNothingOfIt() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
        try (var page = Page.open(Visitors.token("vic")).hello()) {
            assertThat(page.await("snapshot").toString()).doesNotContain(HIDDEN);
            page.say("{\"type\": \"pictures\", \"want\": [{\"camera\": \"cellar\", \"role\": \"main\"},"
                    + " {\"camera\": \"attics\", \"role\": \"main\"}, {\"camera\": \"gate\", \"role\": \"sub\"}]}");
            House.send(outbox, "cellar/main", StreamState.Name.STALLED);
            House.send(outbox, "gate/sub", StreamState.Name.STALLED);
            Awaitility.await().untilAsserted(() -> assertThat(page.pictures()).hasSizeGreaterThan(5));
            Awaitility.await().untilAsserted(() -> assertThat(page.messages())
                    .anyMatch(message ->
                            message.path("stream").path("state").asText().equals("stalled")));
            assertThat(page.messages()).noneMatch(message -> message.toString().contains(HIDDEN));
            assertThat(page.pictures())
                    .allMatch(
                            picture -> picture.header().path("camera").asText().equals("gate"));
        }
    }
}
