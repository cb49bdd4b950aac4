// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.engine.whep.WhepException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The Chromium offer was taken from Debian's Chromium 156; Firefox's is written after its form. */
class SdpAnswerTest {

    private static final String CHROMIUM = fixture("chromium-156-offer.sdp");
    private static final String FIREFOX = fixture("firefox-offer.sdp");
    private static final Track AAC = new Track(1, Codec.AAC, 97, 48_000, 2, List.of());
    private static final Track OPUS = new Track(1, Codec.OPUS, 97, 48_000, 2, List.of());
    private static final Track PCMA = new Track(1, Codec.PCMA, 8, 8_000, 1, List.of());

    @Test
    void aCameraOfHighProfileIsAnsweredAsConstrainedBaseline() {
        var answer = answer(CHROMIUM, h264("640028"));
        assertThat(answer)
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 108\r\n")
                .contains("a=rtpmap:108 H264/90000\r\n")
                .contains("a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f\r\n");
    }

    @Test
    void theSameProfileIsPreferred() {
        assertThat(answer(CHROMIUM, h264("4d0028"))).contains("m=video 9 UDP/TLS/RTP/SAVPF 116\r\n");
        assertThat(answer(CHROMIUM, h264("42001e"))).contains("m=video 9 UDP/TLS/RTP/SAVPF 102\r\n");
        assertThat(answer(CHROMIUM, h264("42c01e"))).contains("m=video 9 UDP/TLS/RTP/SAVPF 108\r\n");
    }

    @Test
    void theAnswerIsOneLiteTransportThatSends() {
        assertThat(answer(CHROMIUM, h264("42c01e")))
                .contains("a=group:BUNDLE 0 1\r\n")
                .contains("a=ice-lite\r\n")
                .contains("a=setup:passive\r\n")
                .contains("a=fingerprint:sha-256 AB:CD\r\n")
                .contains("a=ice-ufrag:ours\r\na=ice-pwd:secret\r\n")
                .contains("a=candidate:1 1 udp 2130706431 192.0.2.7 8189 typ host\r\n")
                .contains("a=candidate:2 1 udp 2130706175 2001:db8::7 8189 typ host\r\n")
                .contains("a=rtcp-fb:108 nack\r\na=rtcp-fb:108 nack pli\r\na=rtcp-fb:108 ccm fir\r\n")
                .contains("a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay\r\n")
                .contains("a=ssrc:11 cname:nightjar\r\n")
                .doesNotContain("transport-cc")
                .doesNotContain("rtx");
    }

    @Test
    void soundThatNoBrowserTakesLeavesItsSectionInactive() {
        assertThat(sections(answer(CHROMIUM, h264("42c01e"), AAC)))
                .containsExactly("video 9 sendonly mid=0", "audio 9 inactive mid=1");
    }

    @Test
    void opusAndG711ArePassedOn() {
        assertThat(answer(CHROMIUM, h264("42c01e"), OPUS))
                .contains("m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n")
                .contains("a=ssrc:22 cname:nightjar\r\n");
        assertThat(answer(FIREFOX, h264("42c01e"), PCMA))
                .contains("m=audio 9 UDP/TLS/RTP/SAVPF 8\r\n")
                .contains("a=rtpmap:8 PCMA/8000\r\n");
    }

    @Test
    void firefoxKeepsItsOrderNumbersAndExtensions() {
        var answer = answer(FIREFOX, h264("4d001f"));
        assertThat(sections(answer)).containsExactly("audio 9 inactive mid=0", "video 9 sendonly mid=1");
        assertThat(answer)
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 126\r\n")
                .contains("a=extmap:6 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay\r\n");
    }

    @Test
    void aDataChannelIsRejectedInItsPlace() {
        var offer = CHROMIUM.replace("a=group:BUNDLE 0 1", "a=group:BUNDLE 0 1 2")
                        .strip() + "\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:2\r\n";
        var answer = answer(offer, h264("42c01e"));
        assertThat(answer).contains("a=group:BUNDLE 0 1\r\n");
        assertThat(sections(answer)).last().isEqualTo("application 0 inactive mid=2");
    }

    @Test
    void withoutBundleOnlyTheVideoIsServed() {
        var offer = CHROMIUM.replace("a=group:BUNDLE 0 1\n", "");
        assertThat(sections(answer(offer, h264("42c01e"), OPUS)))
                .containsExactly("video 9 sendonly mid=0", "audio 0 inactive mid=1");
    }

    @Test
    void h265IsSentOnlyToWhoOffersItAtThatLevel() {
        var camera = new Track(
                0,
                Codec.H265,
                96,
                90_000,
                0,
                List.of(HexFormat.of()
                        .parseHex("420101016000000300900000030000030078a003c08010e596566924caf0101000"
                                + "00030010000003019080")));
        refused(Kind.UNSUPPORTED, "H.265", () -> answer(CHROMIUM, camera));
        var able = CHROMIUM.replace(
                "a=rtpmap:96 VP8/90000",
                "a=rtpmap:96 H265/90000\na=fmtp:96 level-id=150;profile-id=1;tier-flag=0;tx-mode=SRST");
        assertThat(answer(able, camera)).contains("m=video 9 UDP/TLS/RTP/SAVPF 96\r\n");
        refused(Kind.UNSUPPORTED, "H.265", () -> answer(able.replace("level-id=150", "level-id=93"), camera));
    }

    @Test
    void whatIsNoOfferIsCalledSo() {
        refused(Kind.BAD_OFFER, "not an SDP", () -> SdpOffer.parse("{}"));
        refused(Kind.BAD_OFFER, "no media", () -> SdpOffer.parse("v=0\r\ns=-\r\n"));
        refused(Kind.BAD_OFFER, "fingerprint", () -> SdpOffer.parse(CHROMIUM.replace("sha-256", "md5")));
        refused(Kind.BAD_OFFER, "ICE", () -> SdpOffer.parse(CHROMIUM.replace("ice-ufrag", "x")));
        refused(Kind.BAD_OFFER, "DTLS", () -> SdpOffer.parse(CHROMIUM.replace("actpass", "passive")));
        refused(
                Kind.BAD_OFFER,
                "broken",
                () -> SdpOffer.parse(CHROMIUM.replace("m=audio 9", "m=audio").replace(" 111 63 9 0 8 13 110 126", "")));
        refused(Kind.BAD_OFFER, "no video", () -> answer(CHROMIUM.replace("a=recvonly", "a=sendonly"), h264("42c01e")));
    }

    @Test
    void aStreamThatWebRtcCannotCarryIsRefusedWithAdvice() {
        var jpeg = new Track(0, Codec.MJPEG, 26, 90_000, 0, List.of());
        refused(Kind.UNSUPPORTED, "MJPEG", () -> answer(CHROMIUM, jpeg));
        refused(Kind.UNSUPPORTED, "no video", () -> answer(CHROMIUM, OPUS));
    }

    private static void refused(Kind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(WhepException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(kind))
                .hasMessageContaining(words);
    }

    private static String answer(String sdp, Track... tracks) {
        var offer = SdpOffer.parse(sdp);
        var transport = new SdpAnswer.Transport(
                "ours", "secret", new Fingerprint("sha-256", "AB:CD"), List.of("192.0.2.7", "2001:db8::7"), 8189);
        return SdpAnswer.write(
                offer, Agreement.of(offer, List.of(tracks)), transport, new SessionMedia.Sources(11, 22));
    }

    /** Kind, port, direction and mid of each section. */
    private static List<String> sections(String answer) {
        return java.util.Arrays.stream(answer.split("(?=m=)"))
                .filter(section -> section.startsWith("m="))
                .map(section -> section.substring(2).split(" ")[0] + " " + section.split(" ")[1] + " "
                        + TestPlayer.find(section, "a=(sendonly|inactive)") + " mid="
                        + TestPlayer.find(section, "a=mid:(\\S+)"))
                .toList();
    }

    /** A track whose SPS begins with this profile and level; the rest is a small picture. */
    private static Track h264(String profileAndLevel) {
        var profile = profileAndLevel.startsWith("64") ? "acb20280bfe5" : "da0280bfe5";
        byte[] sps = HexFormat.of().parseHex("67" + profileAndLevel + profile + "c044000003000400000300c83c60c658");
        return new Track(
                0, Codec.H264, 96, 90_000, 0, List.of(sps, HexFormat.of().parseHex("68ce3c80")));
    }

    private static String fixture(String name) {
        try (var stream = SdpAnswerTest.class.getResourceAsStream("/whep/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
