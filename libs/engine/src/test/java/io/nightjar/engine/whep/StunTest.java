// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors are those of RFC 5769, sections 2.1 to 2.3. */
class StunTest {

    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

    private static final byte[] REQUEST = bytes("""
            00 01 00 58 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 10 53 54 55 4e 20 74 65 73 74 20 63 6c 69 65 6e 74
            00 24 00 04 6e 00 01 ff
            80 29 00 08 93 2f f9 b1 51 26 3b 36
            00 06 00 09 65 76 74 6a 3a 68 36 76 59 20 20 20
            00 08 00 14 9a ea a7 0c bf d8 cb 56 78 1e f2 b5 b2 d3 f2 49 c1 b5 71 a2
            80 28 00 04 e5 7a 3b cf
            """);

    private static final byte[] RESPONSE = bytes("""
            01 01 00 3c 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 0b 74 65 73 74 20 76 65 63 74 6f 72 20
            00 20 00 08 00 01 a1 47 e1 12 a6 43
            00 08 00 14 2b 91 f5 99 fd 9e 90 c3 8c 74 89 f9 2a f9 ba 53 f0 6b e7 d7
            80 28 00 04 c0 7d 4c 96
            """);

    @Test
    void theSampleRequestIsReadAndItsIntegrityProven() {
        var request = StunRequest.parse(REQUEST).orElseThrow();

        assertThat(request.localFragment()).isEqualTo("evtj");
        assertThat(request.remoteFragment()).isEqualTo("h6vY");
        assertThat(request.priority()).isEqualTo(0x6e0001ffL);
        assertThat(request.nominating()).isFalse();
        assertThat(request.authentic(PASSWORD)).isTrue();
    }

    @Test
    void anotherPasswordProvesNothing() {
        assertThat(StunRequest.parse(REQUEST).orElseThrow().authentic("VOkJxbRl1RmTxUk/WvJxBu"))
                .isFalse();
    }

    @Test
    void aRequestChangedOnTheWayIsNotRead() {
        int fingerprintAt = REQUEST.length - 8;
        for (int i = 0; i < fingerprintAt; i++) {
            byte[] changed = REQUEST.clone();
            changed[i] ^= 1;
            var request = StunRequest.parse(changed);
            assertThat(request.isPresent() && request.get().authentic(PASSWORD))
                    .as("byte %d", i)
                    .isFalse();
        }
    }

    @Test
    void halfARequestIsNotRead() {
        for (int length = 0; length < REQUEST.length; length++) {
            assertThat(StunRequest.parse(Arrays.copyOf(REQUEST, length))).isEmpty();
        }
    }

    @Test
    void theSampleResponseHasOurIntegrityFingerprintAndAddress() throws Exception {
        assertThat(Stun.integrity(RESPONSE, 48, PASSWORD)).isEqualTo(Arrays.copyOfRange(RESPONSE, 52, 72));
        assertThat(Stun.fingerprint(RESPONSE, 72)).isEqualTo(Stun.uint32(RESPONSE, 76));
        var seen = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 32_853);
        assertThat(Stun.xorAddress(seen, Arrays.copyOfRange(RESPONSE, 8, 20)))
                .isEqualTo(Arrays.copyOfRange(RESPONSE, 40, 48));
    }

    @Test
    void theSampleAddressOfSixteenBytesIsMaskedWithTheTransaction() throws Exception {
        var seen = new InetSocketAddress(InetAddress.getByName("2001:db8:1234:5678:11:2233:4455:6677"), 32_853);
        assertThat(Stun.xorAddress(seen, Arrays.copyOfRange(RESPONSE, 8, 20)))
                .isEqualTo(bytes("00 02 a1 47 01 13 a9 fa a5 d3 f1 79 bc 25 f4 b5 be d2 b9 d9"));
    }

    @Test
    void ourAnswerProvesItselfAndTellsTheAddress() throws Exception {
        var seen = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 32_853);

        byte[] answer = StunRequest.parse(REQUEST).orElseThrow().success(seen, PASSWORD);

        assertThat(Stun.wellFormed(answer)).isTrue();
        assertThat(Stun.type(answer)).isEqualTo(0x0101);
        assertThat(Arrays.copyOfRange(answer, 8, 32)).isEqualTo(concat(8, 20, 36, 48));
        assertThat(Arrays.copyOfRange(answer, 36, 56)).isEqualTo(Stun.integrity(answer, 32, PASSWORD));
        assertThat(Stun.uint32(answer, 60)).isEqualTo(Stun.fingerprint(answer, 56));
    }

    /** Parts of the sample response, one after the other. */
    private static byte[] concat(int from, int to, int thenFrom, int thenTo) {
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(RESPONSE, from, to), to - from + thenTo - thenFrom);
        System.arraycopy(RESPONSE, thenFrom, both, to - from, thenTo - thenFrom);
        return both;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s+", ""));
    }
}
