// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.engine.path.Publication;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.TransportHeader;
import io.nightjar.rtsp.rtp.NtpTime;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpPacket;
import io.nightjar.rtsp.rtp.RtpTimeline;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtspMethodsIT {

    private static final String TCP = "RTP/AVP/TCP;unicast;interleaved=0-1";

    private final RtspFixture fixture =
            new RtspFixture(RtspFixture.options().withPatience(java.time.Duration.ofMillis(200)));
    private TestClient client;
    private Publication publication;

    @BeforeEach
    void publish() {
        publication =
                fixture.paths.publish(RtspFixture.GATE, SamplePictures.tracks()).orElseThrow();
        client = fixture.client();
    }

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    @Test
    void optionsTellsWhatIsSpoken() {
        var response = client.send(client.request("OPTIONS", "*"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Public").orElseThrow()).contains("DESCRIBE", "RECORD", "GET_PARAMETER");
    }

    @Test
    void describeGivesABaseWithASlashAndTheParameterSets() {
        var response = client.send(client.request("DESCRIBE", fixture.url()));

        assertThat(response.header("Content-Base")).hasValue(fixture.url() + "/");
        var media = Sdp.parse(response.body()).media().getFirst();
        assertThat(media.parameterSets()).hasSize(2);
        assertThat(media.control()).isEqualTo("trackID=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trackID=0", "/", "", "?x=1/trackID=0", "/trackID=0?x=1", "/trackID=0/"})
    void everyWayOfWritingTheTrackIsUnderstood(String suffix) {
        assertThat(client.setup(fixture.url() + suffix, TCP).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "RTP/AVP;multicast;port=8000-8001",
        "RTP/SAVP/TCP;unicast;interleaved=0-1",
        "RAW/RAW/UDP;unicast;client_port=1-2"
    })
    void otherTransportsAreRefused(String transport) {
        assertThat(client.setup(fixture.url() + "/trackID=0", transport).status())
                .isEqualTo(461);
    }

    @Test
    void theFirstOfferThatCanBeServedIsTaken() {
        var response = client.setup(
                fixture.url() + "/trackID=0",
                "RTP/AVP;multicast,RTP/AVP/TCP;unicast,RTP/AVP;unicast;client_port=5000-5001");

        var answer = TransportHeader.parse(response.header("Transport").orElseThrow())
                .getFirst();
        assertThat(answer.lower()).isEqualTo(TransportHeader.Lower.TCP);
        assertThat(answer.interleaved()).isEqualTo(new TransportHeader.Pair(0, 1));
        assertThat(answer.ssrc()).isNotNull();
        assertThat(response.header("Session").orElseThrow()).endsWith(";timeout=55");
    }

    @Test
    void tracksOfOneSessionTravelTheSameWay() {
        client.setup(fixture.url() + "/trackID=0", TCP);

        assertThat(client.setup(fixture.url() + "/trackID=1", "RTP/AVP;unicast;client_port=5000-5001")
                        .status())
                .isEqualTo(400);
        var second = client.setup(fixture.url() + "/trackID=1", TCP);
        assertThat(second.header("Transport").orElseThrow()).contains("interleaved=2-3");
    }

    @Test
    void anUnknownSessionIsNotFound() {
        client.session = "0815";
        assertThat(client.send(client.request("PLAY", fixture.url())).status()).isEqualTo(454);
        client.session = null;
        assertThat(client.send(client.request("PLAY", fixture.url())).status()).isEqualTo(454);
    }

    @Test
    void methodsOutOfOrderAreRefused() {
        client.setup(fixture.url() + "/trackID=0", TCP);

        assertThat(client.send(client.request("RECORD", fixture.url())).status())
                .isEqualTo(455);
        assertThat(client.send(client.request("ANNOUNCE", fixture.url())).status())
                .isEqualTo(455);
        assertThat(client.send(client.request("FLY", fixture.url())).status()).isEqualTo(501);
    }

    @Test
    void aRequestWithoutCseqIsRefused() {
        var request = client.request("OPTIONS", "*");
        var bare = new io.nightjar.rtsp.RtspRequest(
                "OPTIONS", "*", request.headers().without("CSeq"), "");

        assertThat(client.send(bare).status()).isEqualTo(400);
    }

    @Test
    void nonsenseIsAnsweredAndTheConnectionClosed() {
        client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(client.closedByServer()).isTrue();
    }

    @Test
    void aStreamThatDoesNotComeIsNotFound() {
        var sub = fixture.url().replace("main", "sub");

        assertThat(client.send(client.request("DESCRIBE", sub)).status()).isEqualTo(404);
        assertThat(fixture.door.wanted).extracting(Object::toString).containsExactly("gate/sub");
        assertThat(client.send(client.request("DESCRIBE", fixture.url().replace("/gate/main", "/x")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyPicturesThatCanBePassedOnAreAccepted() {
        var jpeg = client.request("ANNOUNCE", fixture.url().replace("gate", "yard"))
                .withBody("application/sdp", "v=0\r\ns=x\r\nm=video 0 RTP/AVP 26\r\na=control:streamid=0\r\n");

        assertThat(client.send(jpeg).status()).isEqualTo(415);
    }

    @Test
    void theLateJoinerGetsTheCachedPicturesAndAReportAtOnce() {
        long begin = System.currentTimeMillis() * 1000 - 900_000;
        publication.unit(SamplePictures.key(begin));
        publication.unit(SamplePictures.difference(begin + 100_000));
        client.setup(fixture.url() + "/trackID=0", TCP);

        var play = client.send(client.request("PLAY", fixture.url()));

        var first = RtpPacket.parse(client.packet().payload()).orElseThrow();
        int expected = RtpTimeline.fromMicros(begin, 90_000);
        assertThat(first.timestamp()).isEqualTo(expected);
        assertThat(play.header("RTP-Info").orElseThrow())
                .isEqualTo("url=" + fixture.url() + "/trackID=0;seq=" + first.sequence() + ";rtptime="
                        + Integer.toUnsignedString(expected));
        assertThat(firstReport().timestamp()).isEqualTo(RtpTimeline.fromMicros(reportedMicros, 90_000));
    }

    private long reportedMicros;

    private Rtcp.SenderReport firstReport() {
        var packet = client.packet();
        while (packet.channel() != 1) {
            packet = client.packet();
        }
        var report = (Rtcp.SenderReport) Rtcp.parse(packet.payload()).getFirst();
        reportedMicros = NtpTime.toEpochMicros(report.ntp());
        return report;
    }

    @Test
    void pauseStopsThePicturesAndPlayGoesOn() {
        publication.unit(SamplePictures.key(1_000_000));
        client.setup(fixture.url() + "/trackID=0", TCP);
        client.send(client.request("PLAY", fixture.url()));
        assertThat(publication.path().readers()).isEqualTo(1);

        assertThat(client.send(client.request("PAUSE", fixture.url())).status()).isEqualTo(200);
        assertThat(publication.path().readers()).isZero();
        assertThat(client.send(client.request("PLAY", fixture.url())).status()).isEqualTo(200);
        assertThat(publication.path().readers()).isEqualTo(1);
    }

    @Test
    void teardownEndsTheSessionAndKeepsTheConnection() {
        client.setup(fixture.url() + "/trackID=0", TCP);
        client.send(client.request("PLAY", fixture.url()));
        assertThat(client.send(client.request("GET_PARAMETER", fixture.url())).header("Session"))
                .isPresent();
        assertThat(client.send(client.request("SET_PARAMETER", fixture.url())).status())
                .isEqualTo(200);

        assertThat(client.send(client.request("TEARDOWN", fixture.url())).status())
                .isEqualTo(200);

        assertThat(publication.path().readers()).isZero();
        client.session = null;
        assertThat(client.setup(fixture.url() + "/trackID=0", TCP).status()).isEqualTo(200);
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        var slow = client.request("DESCRIBE", fixture.url().replace("main", "sub"));
        var quick = client.request("OPTIONS", "*");
        client.write(slow.toBytes());

        assertThat(client.send(quick).cseq()).isEqualTo(slow.cseq());
    }
}
