// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.users.Users;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every channel of pictures and video, for every kind of visitor and camera: open exactly when the policy says so. */
@QuarkusTest
@WithGateway
class ChannelMatrixIT {
    private static final List<String> CHANNELS = List.of(
            "GET /api/cameras/{camera}/mjpeg?role=main",
            "GET /api/cameras/{camera}/snapshot.jpg?role=main",
            "GET /hls/{camera}/main/index.m3u8",
            "GET /hls/{camera}/main/init.mp4",
            "POST /whep/{camera}/main",
            "DELETE /whep/{camera}/main/session-9");

    @Inject
    Outbox outbox;

    @Inject
    AccessPolicy policy;

    @Inject
    Registry registry;

    @Inject
    Users users;

    @Test
    void everyChannelIsOpenExactlyWhenThePolicySaysSo() throws IOException, InterruptedException {
        House.report(outbox, "gate/main", StreamState.Name.LIVE);
        House.report(outbox, "yard/main", StreamState.Name.LIVE);
        House.report(outbox, "cellar/main", StreamState.Name.LIVE);
        for (var visitor : List.of("nobody", "vera", "vic", "otto", "admin")) {
            for (var camera : List.of("gate", "yard", "cellar", "attic")) {
                for (var channel : CHANNELS) {
                    check(visitor, camera, channel);
                }
            }
        }
    }

    private void check(String visitor, String camera, String channel) throws IOException, InterruptedException {
        var token = visitor.equals("nobody") ? "none" : Visitors.token(visitor);
        var user = users.find(visitor).orElse(null);
        var spec = registry.find(CameraId.of(camera)).orElse(null);
        int refusal = Visitors.refusal(policy.decide(user, Action.WATCH, spec));
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
