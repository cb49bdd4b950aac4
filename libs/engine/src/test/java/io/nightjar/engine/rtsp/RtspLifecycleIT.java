// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Publication;
import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.InterleavedTarget;
import io.nightjar.rtsp.rtp.RtpPacket;
import io.nightjar.rtsp.rtp.RtpSender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RtspLifecycleIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TCP = "RTP/AVP/TCP;unicast;interleaved=0-1";

    private final RtspFixture fixture = new RtspFixture(RtspFixture.options()
            .withTimeouts(
                    Duration.ofMillis(600), Duration.ofMillis(700), Duration.ofMillis(800), Duration.ofMillis(1)));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSilentPublisherIsLetGo() {
        try (var publisher = fixture.client()) {
            publish(publisher);
            var path = fixture.path();

            await().atMost(SOON).until(() -> fixture.paths.find(path.id()).isEmpty());
            assertThat(publisher.closedByServer()).isTrue();
        }
    }

    @Test
    void aClientThatDoesNothingIsLetGo() {
        try (var client = fixture.client()) {
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void newParameterSetsInMidStreamChangeTheFormat() {
        try (var publisher = fixture.client()) {
            publish(publisher);
            var path = fixture.path();
            var sender = new RtpSender(new H264Packetizer(), 96, 90_000, 1, 1);
            var larger = SamplePictures.SPS.clone();
            larger[5] = 2;
            send(publisher, sender, List.of(SamplePictures.key(0).parts().get(2)), 0);
            send(
                    publisher,
                    sender,
                    List.of(
                            larger,
                            SamplePictures.PPS,
                            SamplePictures.key(0).parts().get(2)),
                    9000);

            await().atMost(SOON)
                    .until(() -> path.tracks().getFirst().parameterSets().getFirst()[5] == 2);
            assertThat(path.ready()).isTrue();
        }
    }

    @Test
    void aPublisherWhosePathIsClosedIsLetGo() {
        try (var publisher = fixture.client()) {
            publish(publisher);
            fixture.paths.close(RtspFixture.GATE, "The camera was deleted");

            assertThat(publisher.closedByServer()).isTrue();
        }
    }

    @Test
    void readersLeaveWithTheirConnectionAndEndWithTheirPath() {
        var publication = publication();
        try (var leaves = fixture.client();
                var stays = fixture.client()) {
            play(leaves);
            play(stays);
            await().atMost(SOON).until(() -> publication.path().readers() == 2);

            leaves.close();
            await().atMost(SOON).until(() -> publication.path().readers() == 1);

            publication.close("The camera was deleted");
            assertThat(stays.closedByServer()).isTrue();
        }
    }

    @Test
    void closingTheServerLetsEverybodyGo() {
        try (var publisher = fixture.client();
                var reader = fixture.client()) {
            publish(publisher);
            reader.setup(fixture.url() + "/trackID=0", TCP);
            reader.send(reader.request("PLAY", fixture.url()));

            RtspFixture.await(fixture.server.close());

            assertThat(fixture.paths.all()).isEmpty();
            assertThat(reader.closedByServer()).isTrue();
        }
    }

    @Test
    void aSlowReaderBlocksNobodyAndIsLetGoInTheEnd() {
        var publication = publication();
        try (var slow = fixture.client();
                var quick = fixture.client()) {
            play(slow);
            play(quick);
            var sent = new AtomicInteger();
            await().atMost(SOON).pollInterval(Duration.ofMillis(1)).until(() -> {
                // The quick one gets every picture while the other takes none.
                publication.unit(picture(sent.incrementAndGet()));
                readUnit(quick);
                return publication.path().readers() == 1;
            });

            publication.unit(picture(sent.incrementAndGet()));
            readUnit(quick);
        }
    }

    private static Unit picture(int number) {
        long pts = System.currentTimeMillis() * 1000;
        return number % 10 == 1 ? SamplePictures.key(pts) : SamplePictures.difference(pts, 40_000);
    }

    private static void readUnit(TestClient client) {
        boolean marker = false;
        while (!marker) {
            var packet = client.packet();
            marker = packet.channel() == 0
                    && RtpPacket.parse(packet.payload()).orElseThrow().marker();
        }
    }

    private Publication publication() {
        var publication =
                fixture.paths.publish(RtspFixture.GATE, SamplePictures.tracks()).orElseThrow();
        publication.unit(SamplePictures.key(System.currentTimeMillis() * 1000));
        return publication;
    }

    private void play(TestClient client) {
        client.setup(fixture.url() + "/trackID=0", TCP);
        assertThat(client.send(client.request("PLAY", fixture.url())).status()).isEqualTo(200);
        readUnit(client);
    }

    private MediaPath publish(TestClient client) {
        var media = SdpMedia.h264(96, SamplePictures.SPS, SamplePictures.PPS, "streamid=0");
        var announce = client.request("ANNOUNCE", fixture.url())
                .withBody("application/sdp", Sdp.of("test", List.of(media)).write());
        assertThat(client.send(announce).status()).isEqualTo(200);
        assertThat(client.send(announce).status()).isEqualTo(455);
        assertThat(client.setup(fixture.url() + "/streamid=0", TCP + ";mode=record")
                        .status())
                .isEqualTo(200);
        assertThat(client.send(client.request("RECORD", fixture.url())).status())
                .isEqualTo(200);
        return fixture.path();
    }

    private static void send(TestClient client, RtpSender sender, List<byte[]> parts, int timestamp) {
        var frames = new InterleavedTarget(0, 1000);
        sender.send(parts, timestamp, frames);
        client.write(frames.toBytes());
    }
}
