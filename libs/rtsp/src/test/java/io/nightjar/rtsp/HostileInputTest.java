// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.rtsp.rtp.AacDepacketizer;
import io.nightjar.rtsp.rtp.Depacketizer;
import io.nightjar.rtsp.rtp.H264Depacketizer;
import io.nightjar.rtsp.rtp.H264Sps;
import io.nightjar.rtsp.rtp.H265Depacketizer;
import io.nightjar.rtsp.rtp.H265Sps;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cameras and clients are not trusted: whatever they send ends in an RtspException or in nothing. */
class HostileInputTest {

    private static final int ROUNDS = 20_000;
    private static final byte[] MESSAGE = """
            ANNOUNCE rtsp://h/gate/main RTSP/1.0\r
            CSeq: 2\r
            Authorization: Digest username="u", realm="r", nonce="n", uri="/", response="x"\r
            Content-Length: 150\r
            \r
            v=0\r
            s=x\r
            m=video 0 RTP/AVP 96\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z2QAM6zoAoALWQ==,aO48MA==\r
            a=control:trackID=0\r
            $\0\0\4abcd""".getBytes(UTF_8);

    private final Random random = new Random(20_261_101);

    @Test
    void brokenMessagesAreRefusedOrRead() {
        for (int round = 0; round < ROUNDS; round++) {
            var parser = new RtspParser();
            try {
                parser.feed(mutated(MESSAGE), this::use);
            } catch (RtspException refused) {
                // that is what it is for
            }
        }
    }

    @Test
    void brokenPacketsDoNoHarm() {
        var depacketizers =
                List.<Depacketizer>of(new H264Depacketizer(), new H265Depacketizer(), new AacDepacketizer());
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) (bytes[0] & 0x3f | 0x80);
            }
            Rtcp.parse(ByteBuffer.wrap(bytes));
            for (var depacketizer : depacketizers) {
                RtpPacket.parse(ByteBuffer.wrap(bytes)).ifPresent(packet -> depacketizer.packet(packet, unit -> {}));
            }
        }
    }

    @Test
    void brokenParameterSetsDoNoHarm() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 0x67;
                H264Sps.parse(bytes);
                bytes[0] = 0x42;
                H265Sps.parse(bytes);
            }
        }
    }

    private void use(RtspItem item) {
        if (item instanceof RtspRequest request) {
            RtspAuth.read(request);
            RtspAuth.challenges(List.of(request.header("Authorization").orElse("")));
            TransportHeader.parse(request.header("Authorization").orElse(""));
            Sdp.parse(request.body()).media().forEach(SdpMedia::parameterSets);
        }
    }

    private byte[] mutated(byte[] original) {
        var bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : " :;,=/\r\n\0\"-9".getBytes(ISO_8859_1)[random.nextInt(12)];
        }
        return java.util.Arrays.copyOf(bytes, bytes.length - random.nextInt(3));
    }
}
