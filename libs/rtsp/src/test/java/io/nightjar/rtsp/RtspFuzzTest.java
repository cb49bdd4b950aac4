// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.fuzz.Mutations;
import io.nightjar.rtsp.RtspAuth.Shown;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages, headers and descriptions: whatever comes ends in a value or an RtspException, soon and in little memory. */
class RtspFuzzTest {

    private static final String DESCRIPTION = """
            v=0\r
            o=- 1 1 IN IP4 10.0.0.2\r
            s=gate\r
            a=control:*\r
            m=video 0 RTP/AVP 96\r
            a=control:trackID=0\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 packetization-mode=1;profile-level-id=640033;sprop-parameter-sets=Z2QAM6zoAoALWQ==,aO48MA==\r
            m=audio 0 RTP/AVP 97\r
            a=rtpmap:97 MPEG4-GENERIC/16000/1\r
            a=fmtp:97 mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config=1408\r
            a=control:rtsp://10.0.0.2/gate/trackID=1\r
            m=audio 0 RTP/AVP 0\r
            a=sendonly\r
            """;
    private static final String HEVC = """
            v=0\r
            m=video 0 RTP/AVP 98\r
            a=rtpmap:98 H265/90000\r
            a=fmtp:98 sprop-vps=QAEMAf//AWA=;sprop-sps=QgEBAWA=;sprop-pps=RAHA8vA=\r
            """;
    private static final String REQUEST = "ANNOUNCE rtsp://h/gate/main RTSP/1.0\r\nCSeq: 2\r\nX: a\r\n b\r\n"
            + "Content-Length: " + DESCRIPTION.length() + "\r\n\r\n" + DESCRIPTION + "$\0\0\4abcd";
    private static final String RESPONSE = "RTSP/1.0 401 Unauthorized\nCSeq: 2\n"
            + "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\n\n\r\n$\1\0\2xyRTSP/1.0 200 OK\r\n\r\n";
    private static final String CHALLENGE =
            "Digest realm=\"IP \\\"Camera\\\"\", nonce=\"4a8f\", algorithm=SHA-256-sess, qop=\"auth,auth-int\", opaque=\"x\", "
                    + "Basic realm=\"c\"";
    private static final String DIGEST = "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"rtsp://h/gate\", "
            + "algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\", response=\"0123456789abcdef\"";
    private static final String TRANSPORT =
            "RTP/AVP/TCP;unicast;interleaved=0-1;mode=\"RECORD\",RTP/AVP;unicast;client_port=5000-5001;ssrc=DEADBEEF";

    @Test
    void messagesAreReadOrRefusedHoweverTheyArrive() {
        Mutations.of(REQUEST, RESPONSE).check(5000, (input, random) -> {
            var whole = items(input, input.length + 1, random);
            var dribbled = items(input, 1 + random.nextInt(50), random);

            assertThat(dribbled).isEqualTo(whole);
        });
    }

    /** The items, or the beginning of them that came before the refusal; then the refusal's status. */
    private static List<String> items(byte[] input, int most, Random random) {
        var parser = new RtspParser();
        var items = new ArrayList<String>();
        try {
            for (int at = 0, next; at < input.length; at = next) {
                next = Math.min(input.length, at + (most > input.length ? most : 1 + random.nextInt(most)));
                parser.feed(Arrays.copyOfRange(input, at, next), item -> items.add(described(item)));
            }
        } catch (RtspException refused) {
            items.add("refused " + refused.status());
        }
        return items;
    }

    private static String described(RtspItem item) {
        return switch (item) {
            case RtspRequest request ->
                request.method() + request.uri() + request.headers().lines() + request.body();
            case RtspResponse response ->
                response.status() + "" + response.cseq() + response.headers().lines() + response.body();
            case RtspItem.Interleaved frame ->
                frame.channel() + " " + frame.payload().remaining();
        };
    }

    @Test
    void aMessageWithoutEndIsRefusedInsteadOfKept() {
        for (var endless : List.of("OPTIONS * RTSP/1.0\r\nX: y", "a", "A: b\n", "$")) {
            var chunk = endless.repeat(8192 / endless.length()).getBytes(UTF_8);
            assertThatThrownBy(() -> feed(new RtspParser(), chunk)).as(endless).isInstanceOf(RtspException.class);
        }
    }

    /** 64 MB; frames of interleaved data end, so what begins with a dollar sign must first be something else. */
    private static void feed(RtspParser parser, byte[] chunk) {
        if (chunk[0] == '$') {
            parser.feed("X".getBytes(UTF_8), item -> {});
        }
        for (int fed = 0; fed < 64 << 20; fed += chunk.length) {
            assertThat(fed).isLessThanOrEqualTo(RtspParser.MAX_HEADER_BYTES + RtspParser.MAX_BODY_BYTES);
            parser.feed(chunk, item -> {});
        }
    }

    @Test
    void aBodyThatPretendsToBeHugeIsRefusedAtOnce() {
        var head = "RTSP/1.0 200 OK\r\nContent-Length: 2000000000\r\n\r\n".getBytes(UTF_8);

        assertThatThrownBy(() -> new RtspParser().feed(head, item -> {})).isInstanceOf(RtspException.class);
    }

    @Test
    void descriptionsAreReadOrRefused() {
        Mutations.of(DESCRIPTION, HEVC).check(5000, (input, random) -> {
            try {
                for (var media : Sdp.parse(new String(input, ISO_8859_1)).media()) {
                    assertThat(media.clockRate()).isPositive();
                    assertThat(media.channels()).isNotNegative();
                    assertThat(media.parameterSets()).hasSizeLessThanOrEqualTo(3);
                    assertThat(Sdp.controlAddress("rtsp://h/gate", media.control()))
                            .isNotEmpty();
                }
            } catch (RtspException refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        });
    }

    @Test
    void aRateOfNothingLeavesTheUsualOne() {
        for (var map : List.of("/", "//", "H264/0", "H264/-90000", "H264/x/y")) {
            var media = Sdp.parse("v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 " + map + "\r\n")
                    .media();

            assertThat(media).singleElement().extracting(SdpMedia::clockRate).isEqualTo(90_000);
        }
    }

    @Test
    void challengesAreAnsweredOrLeft() {
        Mutations.of(CHALLENGE, "Basic realm=x", "Digest nonce=\"n\"").check(5000, (input, random) -> {
            var challenges = RtspAuth.challenges(List.of(new String(input, ISO_8859_1), "Digest realm=\"r\""));
            RtspAuth.answer(challenges, "DESCRIBE", "rtsp://h/gate", "user", "canary")
                    .ifPresent(answer -> assertThat(answer).doesNotContain("canary"));
        });
    }

    @Test
    void proofsShowNothingUnlessTheyAreRight() {
        var server = new DigestServer("r", "n");
        var request = RtspRequest.of("DESCRIBE", "rtsp://h/gate", 1);
        Mutations.of(DIGEST, "Basic dTpw", "Bearer abc.def").check(5000, (input, random) -> {
            if (RtspAuth.read(new String(input, ISO_8859_1)) instanceof Shown.Digest shown) {
                assertThat(server.proves(shown, "canary", request)).isFalse();
            }
        });
    }

    @Test
    void transportsAreReadOrLeftOut() {
        Mutations.of(TRANSPORT).check(5000, (input, random) -> {
            for (var offer : TransportHeader.parse(new String(input, ISO_8859_1))) {
                assertThat(offer.toString()).isNotEmpty();
                assertThat(offer.recording()).isIn(true, false);
            }
        });
    }

    @Test
    void framesOfAnyLengthAreNotKeptOnceTheyAreHandedOn() {
        var parser = new RtspParser();
        var frame =
                ByteBuffer.allocate(4 + 0xffff).put(new byte[] {'$', 0, -1, -1}).array();
        var count = new int[1];
        for (int fed = 0; fed < 64 << 20; fed += frame.length) {
            parser.feed(frame, item -> count[0]++);
        }
        assertThat(count[0]).isEqualTo((64 << 20) / frame.length + 1);
    }
}
