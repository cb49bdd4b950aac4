// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtspParserTest {

    private static final byte[] PACKET = {(byte) 0x80, 0x24, 0x0d, 0x0a, 0x0d, 0x0a};

    private final RtspParser parser = new RtspParser();
    private final List<Object> seen = new ArrayList<>();

    @Test
    void everySplitOfAConversationGivesTheSameItems() {
        var conversation = conversation();
        feed(conversation);
        var whole = List.copyOf(seen);
        assertThat(whole).hasSize(5);

        for (int split = 0; split <= conversation.length; split++) {
            seen.clear();
            var two = new RtspParser();
            two.feed(ByteBuffer.wrap(conversation, 0, split), this::keep);
            two.feed(ByteBuffer.wrap(conversation, split, conversation.length - split), this::keep);
            assertThat(seen).as("split at %d", split).isEqualTo(whole);
        }
    }

    @Test
    void singleBytesGiveTheSameItemsToo() {
        var conversation = conversation();
        feed(conversation);
        var whole = List.copyOf(seen);
        seen.clear();

        for (byte single : conversation) {
            feed(new byte[] {single});
        }

        assertThat(seen).isEqualTo(whole);
    }

    @Test
    void manyLargePacketsPassThroughOneBuffer() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var packet = new byte[random.nextInt(60_000)];
            random.nextBytes(packet);
            var frame = RtspItem.Interleaved.frame(i, packet);
            int split = random.nextInt(frame.length);
            parser.feed(ByteBuffer.wrap(frame, 0, split), this::keep);
            parser.feed(ByteBuffer.wrap(frame, split, frame.length - split), this::keep);
            assertThat(seen.removeLast()).isEqualTo(new Packet(i, ByteBuffer.wrap(packet)));
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void bareLineFeedsFoldedLinesAndOddSpacesAreForgiven() {
        feed("\n\r\nRTSP/1.0  200  OK fine\nCSEQ:3\nX-Long: a\n  b\nSession:        708345999\n\n".getBytes(UTF_8));

        var response = (RtspResponse) seen.getFirst();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.cseq()).hasValue(3);
        assertThat(response.header("x-long")).hasValue("a b");
        assertThat(response.session()).hasValue("708345999");
    }

    @Test
    void anAddressMayHoldSpaces() {
        feed("DESCRIBE rtsp://h/my cam RTSP/1.0\r\nCSeq: 1\r\n\r\n".getBytes(UTF_8));

        assertThat(((RtspRequest) seen.getFirst()).uri()).isEqualTo("rtsp://h/my cam");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/1.1\r\n\r\n', 505",
        "'nonsense\r\n\r\n', 400",
        "'RTSP/1.0 abc\r\n\r\n', 400",
        "'OPTIONS * RTSP/1.0\r\nno name\r\n\r\n', 400",
        "'OPTIONS * RTSP/1.0\r\nContent-Length: x\r\n\r\n', 400",
        "'OPTIONS * RTSP/1.0\r\nContent-Length: -1\r\n\r\n', 400",
        "'OPTIONS * RTSP/1.0\r\nContent-Length: 1048577\r\n\r\n', 413"
    })
    void whatIsNotRtspIsRefusedWithAStatus(String text, int status) {
        assertThatExceptionOfType(RtspException.class)
                .isThrownBy(() ->
                        feed(text.replace("\\r", "\r").replace("\\n", "\n").getBytes(UTF_8)))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void endlessHeadersAreRefused() {
        var line = ("X: " + "y".repeat(1000) + "\r\n").getBytes(UTF_8);
        feed("OPTIONS * RTSP/1.0\r\n".getBytes(UTF_8));

        assertThatExceptionOfType(RtspException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        feed(line);
                    }
                })
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(413));
    }

    @Test
    void noTextFormShowsACredential() {
        var request =
                RtspRequest.of("DESCRIBE", "rtsp://h/c/main?token=secret", 1).with("Authorization", "Basic secret");

        assertThat(request.toString() + request.headers()).doesNotContain("secret");
    }

    private static byte[] conversation() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(RtspRequest.of("OPTIONS", "rtsp://h/c", 1).toBytes());
        bytes.writeBytes(RtspItem.Interleaved.frame(0, PACKET));
        bytes.writeBytes(RtspRequest.of("ANNOUNCE", "rtsp://h/c", 2)
                .withBody("application/sdp", "v=0\r\ns=\u00e9\r\n")
                .toBytes());
        bytes.writeBytes(RtspItem.Interleaved.frame(255, new byte[0]));
        bytes.writeBytes(RtspResponse.to(RtspRequest.of("PLAY", "rtsp://h/c", 3), 200)
                .with("Session", "1;timeout=55")
                .toBytes());
        return bytes.toByteArray();
    }

    private void feed(byte[] bytes) {
        parser.feed(bytes, this::keep);
    }

    private record Packet(int channel, ByteBuffer payload) {}

    private void keep(RtspItem item) {
        seen.add(
                item instanceof RtspItem.Interleaved packet
                        ? new Packet(
                                packet.channel(),
                                ByteBuffer.allocate(packet.payload().remaining())
                                        .put(packet.payload())
                                        .flip())
                        : item);
    }
}
