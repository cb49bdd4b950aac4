// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.rtsp.RtspAuth;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtspAccessIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String PASSWORD =
            URLEncoder.encode(TestDoor.PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");

    private final RtspFixture fixture = new RtspFixture();

    @BeforeEach
    void guard() {
        fixture.door.guarded();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void ffmpegPublishesAndPlaysWithDigest() {
        try (var publisher = Program.publisher("tcp", fixture.url("ingest:" + PASSWORD + "@"))) {
            await().atMost(SOON).until(() -> fixture.path().ready());
            try (var player = Program.start(
                    "ffmpeg",
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-rtsp_transport",
                    "tcp",
                    "-i",
                    fixture.url("viewer:" + PASSWORD + "@"),
                    "-t",
                    "1",
                    "-f",
                    "null",
                    "-")) {
                var output = player.finish(SOON);
                assertThat(player.exitCode()).as(output).isZero();
            }
            assertThat(publisher.alive()).isTrue();
        }
    }

    @Test
    void ffmpegIsRefusedWithoutCredentialsOrWithWrongOnes() {
        try (var nobody = Program.publisher("tcp", fixture.url());
                var wrong = Program.publisher("tcp", fixture.url("ingest:wrong@"))) {
            assertThat(nobody.finish(SOON)).contains("401");
            assertThat(wrong.finish(SOON)).contains("401");
            assertThat(fixture.paths.all()).isEmpty();
        }
    }

    @Test
    void gstreamerPlaysWithCredentials(@TempDir Path folder) {
        var received = folder.resolve("received.h264");
        Program.require("gst-launch-1.0");
        try (var publisher = Program.publisher("tcp", fixture.url("ingest:" + PASSWORD + "@"))) {
            await().atMost(SOON).until(() -> fixture.path().ready());
            try (var player = Program.start(
                    "gst-launch-1.0",
                    "-q",
                    "rtspsrc",
                    "location=" + fixture.url(),
                    "user-id=viewer",
                    "user-pw=" + TestDoor.PASSWORD,
                    "protocols=tcp",
                    "latency=0",
                    "!",
                    "rtph264depay",
                    "!",
                    "identity",
                    "eos-after=5",
                    "!",
                    "filesink",
                    "location=" + received)) {
                // Its exit code is no judge: now and then it complains about itself while hanging up.
                var output = player.finish(SOON);
                assertThat(received).as(output).isNotEmptyFile();
            }
            assertThat(publisher.alive()).isTrue();
        }
    }

    @Test
    void aPlayerMayShowATokenInTheAddress() {
        try (var publisher = Program.publisher("tcp", fixture.url("ingest:" + PASSWORD + "@"))) {
            await().atMost(SOON).until(() -> fixture.path().ready());
            try (var player = Program.start(
                    "ffmpeg",
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-rtsp_transport",
                    "tcp",
                    "-i",
                    fixture.url() + "?token=good-token",
                    "-t",
                    "1",
                    "-f",
                    "null",
                    "-")) {
                var output = player.finish(SOON);
                assertThat(player.exitCode()).as(output).isZero();
            }
            assertThat(publisher.alive()).isTrue();
        }
    }

    @Test
    void basicWorksBesideDigest() {
        try (var client = fixture.client()) {
            var describe = client.request("ANNOUNCE", fixture.url())
                    .with("Authorization", RtspAuth.basic("ingest", TestDoor.PASSWORD));

            // Past the door: what is wrong now is the body.
            assertThat(client.send(describe).status()).isEqualTo(400);
        }
    }

    @Test
    void aBareRequestIsAskedForBothKindsOfCredentials() {
        try (var client = fixture.client()) {
            var response = client.send(client.request("DESCRIBE", fixture.url()));

            assertThat(response.status()).isEqualTo(401);
            var challenges = RtspAuth.challenges(response.headers().all("WWW-Authenticate"));
            assertThat(challenges.stream().map(RtspAuth.Challenge::scheme)).containsExactly("Digest", "Basic");
        }
    }

    @Test
    void theRightUserForSomethingElseIsForbidden() {
        try (var client = fixture.client()) {
            var challenge = client.send(client.request("DESCRIBE", fixture.url()));
            var answer = RtspAuth.answer(
                            RtspAuth.challenges(challenge.headers().all("WWW-Authenticate")),
                            "DESCRIBE",
                            fixture.url(),
                            "ingest",
                            TestDoor.PASSWORD)
                    .orElseThrow();

            var request = client.request("DESCRIBE", fixture.url()).with("Authorization", answer);
            assertThat(client.send(request).status()).isEqualTo(403);
        }
    }

    @Test
    void whoeverKeepsGuessingLosesTheConnection() {
        try (var client = fixture.client()) {
            for (var guess : List.of("a", "b", "c", "d", "e")) {
                var request = client.request("DESCRIBE", fixture.url())
                        .with("Authorization", RtspAuth.basic("viewer", guess));
                assertThat(client.send(request).status()).isEqualTo(401);
            }
            assertThat(client.closedByServer()).isTrue();
        }
    }
}
