// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.engine.path.Track;
import io.nightjar.fuzz.Mutations;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What clients of the RTSP server name and announce: understood or refused, and no announcement breaks its stream. */
class PublishFuzzTest {

    private static final String ANNOUNCEMENT = """
            v=0\r
            s=gate\r
            m=video 0 RTP/AVP 96\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z2QAM6zoAoALWQ==,aO48MA==\r
            a=control:streamid=0\r
            m=audio 0 RTP/AVP 97\r
            a=rtpmap:97 MPEG4-GENERIC/16000/1\r
            a=fmtp:97 mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config=1408\r
            a=control:streamid=1\r
            """;
    private static final byte[] SOUND =
            HexFormat.of().parseHex("80e1000100000400000000010020002000180102030405060708090a0b0c0d0e0f10");

    @Test
    void addressesNameAStreamOrNothing() {
        Mutations.of(
                        "rtsp://127.0.0.1:8554/gate/main/trackID=0?token=abc",
                        "rtsp://[::1]/gate/sub?token=a%20b/trackID=1",
                        "/gate/main/")
                .check(10_000, (input, random) -> StreamAddress.parse(new String(input, ISO_8859_1))
                        .ifPresent(address ->
                                assertThat(address.stream().toString()).isNotEmpty()));
    }

    @Test
    void announcementsAreTakenOrRefused() {
        Mutations.of(ANNOUNCEMENT).check(5000, (input, random) -> {
            try {
                for (var section : Announced.of(Sdp.parse(new String(input, ISO_8859_1)))) {
                    carries(section, random);
                }
            } catch (RtspException refused) {
                assertThat(refused.status()).isIn(400, 415);
            }
        });
    }

    /** Whatever lengths were announced: a packet gives no more sound than it is long, and then ends. */
    private static void carries(Announced section, Random random) {
        var track = section.track();
        if (track == null) {
            return;
        }
        var media = section.media();
        assertThat(PublishTrack.of(section).answersTo(media.control())).isIn(true, false);
        assertThat(new UnitClock(track.clockRate()).micros(random.nextInt(), 0)).isNotNull();
        assertThat(CodecFormats.describe(track, "trackID=0")).isNotNull();
        handsOn(media, track, random);
    }

    private static void handsOn(SdpMedia media, Track track, Random random) {
        var packet = SOUND.clone();
        packet[12 + random.nextInt(packet.length - 12)] = (byte) random.nextInt(256);
        var bytes = new int[1];
        RtpPacket.parse(ByteBuffer.wrap(packet)).ifPresent(read -> CodecFormats.depacketizer(track, media)
                .packet(read, unit -> unit.parts().forEach(part -> bytes[0] += part.length)));
        assertThat(bytes[0]).isLessThanOrEqualTo(packet.length);
    }
}
