// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.fuzz.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What anybody may send to the WebRTC port or offer as a player: read or refused, soon and without harm. */
class WhepFuzzTest {

    private static final byte[] BINDING = HexFormat.of()
            .parseHex("000100582112a442b7e7a701bc34d686fa87dfae"
                    + "802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b1"
                    + "51263b36000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f2"
                    + "49c1b571a280280004e57a3bcf");
    private static final byte[] UNSIGNED = withoutFingerprint();
    private static final byte[] REPORTS = HexFormat.of()
            .parseHex("81c90007000000010000000b0c000003000100100000002000000000"
                    + "0000000081cd0003000000010000000bfffe000581ce0002000000010000000b");
    private static final List<Track> TRACKS = List.of(
            new Track(0, Codec.H264, 96, 90_000, 0, List.of(HexFormat.of().parseHex("6742c01e"), new byte[] {0x68})),
            new Track(1, Codec.OPUS, 97, 48_000, 2, List.of()));

    @Test
    void bindingRequestsAreReadAndProvenOrIgnored() {
        var from = new InetSocketAddress("127.0.0.1", 5000);
        Mutations.of(BINDING, UNSIGNED).check(10_000, (input, random) -> {
            StunRequest.parse(input).ifPresent(request -> {
                assertThat(request.authentic("another password")).isFalse();
                assertThat(request.localFragment().length()
                                + request.remoteFragment().length())
                        .isLessThanOrEqualTo(input.length);
                assertThat(request.success(from, "password")).hasSize(64);
            });
            assertThat(Stun.wellFormed(input)).isIn(true, false);
        });
    }

    @Test
    void reportsOfPlayersAreReadAsFarAsTheyGo() {
        Mutations.of(REPORTS).check(10_000, (input, random) -> {
            var feedback = Feedback.parse(ByteBuffer.wrap(input));

            assertThat(feedback.missing().size()).isLessThanOrEqualTo(input.length * 17 / 4);
        });
    }

    @Test
    void offersAreUnderstoodOrRefused() {
        Mutations.of(fixture("chromium-156-offer.sdp"), fixture("firefox-offer.sdp"))
                .check(4000, (input, random) -> {
                    try {
                        var offer = SdpOffer.parse(new String(input, ISO_8859_1));
                        offer.fingerprints().forEach(fingerprint -> fingerprint.matches(input));
                        offer.bundle();
                        assertThat(Agreement.of(offer, TRACKS).video().format().payloadType())
                                .isNotNegative();
                    } catch (WhepException refused) {
                        assertThat(refused).hasMessageNotContaining("\n");
                    }
                });
    }

    @Test
    void anOfferOfAnyLengthIsRefusedAtOnce() {
        for (var line : List.of("a=x\r\n", "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n", "a=fingerprint:sha-256 AB:CD\r\n")) {
            assertThatThrownBy(() -> SdpOffer.parse("v=0\r\n" + line.repeat((8 << 20) / line.length())))
                    .isInstanceOf(WhepException.class);
        }
    }

    @Test
    void aLongFingerprintIsReadOrLeft() {
        assertThat(Fingerprint.parse("sha-256 AB" + ":CD".repeat(40_000))).isPresent();
        assertThat(Fingerprint.parse("sha-256 AB" + ":CD".repeat(40_000) + ":")).isEmpty();
    }

    private static byte[] withoutFingerprint() {
        var packet = Arrays.copyOf(BINDING, BINDING.length - 8);
        packet[3] -= 8;
        return packet;
    }

    private static byte[] fixture(String name) {
        try (var input = WhepFuzzTest.class.getResourceAsStream("/whep/" + name)) {
            return input == null ? new byte[0] : input.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
