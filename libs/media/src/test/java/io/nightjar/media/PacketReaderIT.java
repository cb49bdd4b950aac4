// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketReaderIT {

    @TempDir
    static Path folder;

    static GstServers servers;

    @BeforeAll
    static void start() throws Exception {
        servers = GstServers.start(folder.resolve("recorded.h264"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (servers != null) {
            servers.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"TCP", "UDP"})
    void picturesAndSoundComeWithTheirFormats(Transport transport) {
        try (var reader =
                PacketReader.open(ReaderOptions.of(servers.url("/cam")).over(transport))) {
            var video = reader.tracks().get(0);
            assertThat(video.codec()).isEqualTo(Codec.H264);
            assertThat(video.width()).isEqualTo(640);
            assertThat(video.height()).isEqualTo(360);
            assertThat(video.fps()).isEqualTo(15);
            assertThat(video.bFrames()).isFalse();
            assertThat(video.profile()).isNotEmpty();
            assertThat(reader.tracks().get(1)).satisfies(sound -> {
                assertThat(sound.codec()).isEqualTo(Codec.OPUS);
                assertThat(sound.sampleRate()).isEqualTo(48_000);
                assertThat(sound.channels()).isEqualTo(2);
            });
            var packets = read(reader, 60);
            assertThat(packets).anyMatch(packet -> packet.track() == 1);
            assertThat(packets).anyMatch(packet -> packet.track() == 0 && packet.key());
            assertDecodeTimesRise(packets.stream().filter(p -> p.track() == 0).toList());
        }
    }

    @Test
    void picturesOfABFrameStreamHaveDecodeTimes() {
        try (var reader = PacketReader.open(ReaderOptions.of(servers.url("/bframes")))) {
            assertThat(reader.tracks().getFirst().bFrames()).isTrue();
            var packets = read(reader, 45);
            assertDecodeTimesRise(packets);
            assertThat(packets).anyMatch(packet -> packet.ptsMicros() - packet.dtsMicros() > 30_000);
        }
    }

    @Test
    void picturesOfH265AreUnderstood() {
        try (var reader = PacketReader.open(ReaderOptions.of(servers.url("/h265")));
                var decoder = PictureDecoder.open(reader.tracks().getFirst())) {
            assertThat(reader.tracks().getFirst().codec()).isEqualTo(Codec.H265);
            assertThat(reader.tracks().getFirst().width()).isEqualTo(640);
            read(reader, 20).forEach(packet -> decoder.accept(packet, true));
            assertThat(decoder.jpeg(0, 80).orElseThrow().height()).isEqualTo(360);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MJPEG, '26', '-c:v mjpeg -pix_fmt yuvj420p -huffman default -q:v 5'",
        "MPEG4, '96\r\na=rtpmap:96 MP4V-ES/90000', '-c:v mpeg4 -g 15 -bsf:v dump_extra'"
    })
    void picturesOfOldCamerasAreUnderstoodAndConverted(Codec codec, String payload, String coding) throws Exception {
        var sdp = "v=0\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP " + payload + "\r\na=control:track0\r\n";
        try (var server = ScriptedServer.playing(sdp);
                var relay = new RtpRelay(server, coding.split(" "));
                var reader = PacketReader.open(ReaderOptions.of(server.url()))) {
            var video = reader.tracks().getFirst();
            assertThat(video.codec()).isEqualTo(codec);
            assertThat(video.width()).isEqualTo(640);
            var collected = new Collected();
            try (var pipe = new VideoPipe(
                    video, Video.Encode.FOR_BROWSERS, Encoders.ofThisMachine(), new Damage(), collected)) {
                read(reader, 35).forEach(packet -> pipe.take(packet, false));
                assertThat(pipe.counts(0, 0, 0).damaged()).isZero();
            }
            assertThat(collected.packets).hasSizeGreaterThan(18);
            assertThat(collected.formats).isEmpty();
            assertThat(relay.forwarded()).isGreaterThan(35);
        }
    }

    @Test
    void packetsThatNeverCameAreCounted() throws Exception {
        try (var server = ScriptedServer.playingNothing();
                var reader = PacketReader.open(ReaderOptions.of(server.url()))) {
            for (int sequence : new int[] {1, 2, 3, 30_000, 30_001, 30_002, 60_000}) {
                server.send(0, sound(sequence));
            }
            while (reader.damage().total() < 1) {
                reader.read(packet -> {});
            }
            assertThat(reader.damage().count(Damage.Kind.LOST)).isPositive();
            assertThat(reader.damage().networkSuspected()).isFalse();
        }
    }

    private static byte[] sound(int sequence) {
        return ByteBuffer.allocate(12 + 160)
                .put((byte) 0x80)
                .put((byte) 0)
                .putShort((short) sequence)
                .putInt(sequence * 160)
                .putInt(7)
                .array();
    }

    @Test
    void thePasswordIsProvenByDigest() {
        try (var reader = PacketReader.open(ReaderOptions.of(servers.guarded("viewer:se%2Fcret")))) {
            assertThat(read(reader, 2)).hasSize(2);
        }
    }

    @Test
    void aWrongPasswordIsAnAuthenticationFailureThatDoesNotShowIt() {
        var options = ReaderOptions.of(servers.guarded("viewer:wrong"));
        var failure = catchThrowableOfType(MediaException.class, () -> PacketReader.open(options));
        assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(failure.toString() + options).doesNotContain("wrong").doesNotContain("viewer");
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertKind(servers.url("/nothing"), ErrorKind.NOT_FOUND);
    }

    @Test
    void aClosedPortIsRefused() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertKind("rtsp://127.0.0.1:" + port + "/camera", ErrorKind.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"401 Unauthorized,AUTH", "403 Forbidden,AUTH", "404 Not Found,NOT_FOUND", "500 Oops,PROTOCOL"})
    void refusalsAreToldApart(String status, ErrorKind kind) throws IOException {
        try (var server = ScriptedServer.status(status)) {
            assertKind(server.url(), kind);
        }
    }

    @Test
    void aServerThatNeverAnswersCostsTheOpenDeadline() throws IOException {
        try (var server = ScriptedServer.silent()) {
            var options = ReaderOptions.of(server.url()).timeouts(Duration.ofMillis(500), Duration.ofSeconds(30));
            long start = System.nanoTime();
            var failure = catchThrowableOfType(MediaException.class, () -> PacketReader.open(options));
            assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(800));
        }
    }

    @Test
    void aHangingOpenIsInterruptedWithin200Milliseconds() throws Exception {
        try (var server = ScriptedServer.silent()) {
            var opening = PacketReader.prepare(ReaderOptions.of(server.url()));
            var opened = CompletableFuture.supplyAsync(opening::open);
            assertThatThrownBy(() -> opened.get(300, TimeUnit.MILLISECONDS)).hasNoCause();
            opening.interrupt();
            assertThatThrownBy(() -> opened.get(200, TimeUnit.MILLISECONDS)).hasMessageContaining("interrupted");
        }
    }

    @Test
    void aHangingReadIsInterruptedWithin200MillisecondsAndStaysSo() throws Exception {
        try (var server = ScriptedServer.playingNothing();
                var reader = PacketReader.open(ReaderOptions.of(server.url()))) {
            var entered = new CountDownLatch(1);
            var read = CompletableFuture.supplyAsync(() -> {
                entered.countDown();
                return reader.read(packet -> {});
            });
            entered.await();
            assertThatThrownBy(() -> read.get(300, TimeUnit.MILLISECONDS)).hasNoCause();
            reader.interrupt();
            assertThatThrownBy(() -> read.get(200, TimeUnit.MILLISECONDS)).hasMessageContaining("interrupted");
            long start = System.nanoTime();
            assertThatThrownBy(() -> reader.read(packet -> {})).hasMessageContaining("interrupted");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(50));
            assertThat(reader.interrupted()).isTrue();
        }
    }

    @Test
    void closingEndsTheReadOfAnotherThread() throws Exception {
        try (var server = ScriptedServer.playingNothing()) {
            var reader = PacketReader.open(ReaderOptions.of(server.url()));
            var entered = new CountDownLatch(1);
            var read = CompletableFuture.supplyAsync(() -> {
                entered.countDown();
                return reader.read(packet -> {});
            });
            entered.await();
            assertThatThrownBy(() -> read.get(200, TimeUnit.MILLISECONDS)).hasNoCause();
            reader.close();
            assertThatThrownBy(() -> read.get(200, TimeUnit.MILLISECONDS)).hasCauseInstanceOf(MediaException.class);
            assertThatThrownBy(() -> reader.read(packet -> {})).hasMessage("Closed");
        }
    }

    @Test
    void closingTakesLeaveOfTheCamera() throws Exception {
        try (var server = ScriptedServer.playingNothing()) {
            PacketReader.open(ReaderOptions.of(server.url())).close();
            await().untilAsserted(() ->
                    assertThat(server.requests()).last().asString().startsWith("TEARDOWN"));
        }
    }

    @Test
    void theFirstPacketComesSoonAfterOpening() {
        read(PacketReader.open(ReaderOptions.of(servers.url("/cam"))), 1, true); // the server's pipeline runs now
        try (var warm = PacketReader.open(ReaderOptions.of(servers.url("/cam")))) {
            read(warm, 5);
            long start = System.nanoTime();
            try (var reader = PacketReader.open(ReaderOptions.of(servers.url("/cam")))) {
                read(reader, 1);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(600));
            }
        }
    }

    private static void assertKind(String url, ErrorKind kind) {
        var failure = catchThrowableOfType(MediaException.class, () -> PacketReader.open(ReaderOptions.of(url)));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageNotContaining("127.0.0.1");
    }

    private static void assertDecodeTimesRise(List<Packet> packets) {
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).dtsMicros())
                    .isGreaterThan(packets.get(i - 1).dtsMicros());
            assertThat(packets.get(i).ptsMicros())
                    .isGreaterThanOrEqualTo(packets.get(i).dtsMicros());
        }
    }

    private static List<Packet> read(PacketReader reader, int count) {
        return read(reader, count, false);
    }

    private static List<Packet> read(PacketReader reader, int count, boolean close) {
        var packets = new ArrayList<Packet>();
        while (packets.size() < count && reader.read(packet -> packets.add(packet.copy()))) {}
        if (close) {
            reader.close();
        }
        return packets;
    }
}
