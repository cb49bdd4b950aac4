// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.srt.SrtKnock;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The system's ffmpeg is the camera: its SRT is the one that most cameras have. */
class SrtIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void losingOneCameraLeavesTheOthersAlone() throws Exception {
        try (var one = new Camera("");
                var other = new Camera("");
                var reader = open(one.port, "")) {
            read(reader, 5);
            open(other.port, "").close();
            var refused = catchThrowableOfType(MediaException.class, () -> open(one.port, "?streamid=second"));
            assertThat(refused).isNotNull();
            read(reader, 30);
            assertThat(one.process.isAlive()).isTrue();
        }
    }

    @Test
    void anEncryptedCameraIsReadWithItsLongestKeyAndWhileThatChanges() throws Exception {
        // Its libsrt ends itself when more than the announced packets pass without a word from us: 99 are over a
        // second.
        var changing = "&pbkeylen=32&kmrefreshrate=200&kmpreannounce=99&passphrase=correct+horse+staple";
        try (var camera = new Camera(changing, "1")) {
            var wrong = catchThrowableOfType(MediaException.class, () -> open(camera.port, "?passphrase=canary-wrong"));
            assertThat(wrong.kind()).isEqualTo(ErrorKind.AUTH);
            assertThat(wrong).hasMessageContaining("refused the passphrase").hasMessageNotContaining("canary");
            try (var reader = open(camera.port, "?passphrase=correct%20horse%20staple")) {
                assertDecodes(reader, read(reader, 100));
            }
        }
    }

    @Test
    void whatIsLostOnTheWayIsSentAgain() throws Exception {
        try (var camera = new Camera("&latency=8000000");
                var line = new PoorLine(camera.port);
                var reader = open(line.port(), "?latency=8000000")) {
            assertDecodes(reader, read(reader, 100));
            assertThat(line.lost()).isGreaterThan(10);
        }
    }

    @Test
    void theEndOfACameraIsTheEndOfItsStream() throws Exception {
        try (var camera = new Camera("");
                var reader = open(camera.port, "")) {
            read(reader, 5);
            camera.process.destroy();
            while (reader.read(packet -> {})) {
                assertThat(reader.interrupted()).isFalse();
            }
        }
    }

    private static PacketReader open(int port, String parameters) {
        var options = ReaderOptions.of("srt://127.0.0.1:" + port + parameters, Protocol.SRT, InputOptions.NONE);
        return PacketReader.open(options.timeouts(Duration.ofSeconds(3), PATIENCE));
    }

    private static List<Packet> read(PacketReader reader, int count) {
        var packets = new ArrayList<Packet>();
        while (packets.size() < count) {
            assertThat(reader.read(packet -> packets.add(packet.copy()))).isTrue();
        }
        return packets;
    }

    private static void assertDecodes(PacketReader reader, List<Packet> packets) {
        try (var decoder = PictureDecoder.open(reader.tracks().getFirst())) {
            packets.forEach(packet -> decoder.accept(packet, true));
            assertThat(decoder.errors()).isZero();
            assertThat(decoder.jpeg(0, 80)).isPresent();
        }
        assertThat(reader.damage().total()).isZero();
    }

    /** Waits for one caller and sends it a live picture. */
    private static final class Camera implements AutoCloseable {
        private final int port;
        private final Process process;

        Camera(String parameters) throws IOException {
            this(parameters, "3");
        }

        /** @param speed how many seconds of the picture in one */
        Camera(String parameters, String speed) throws IOException {
            Programs.require(Recordings.FFMPEG);
            try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            process = new ProcessBuilder(
                            Recordings.FFMPEG,
                            "-v",
                            "error",
                            "-readrate",
                            speed,
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc2=size=320x180:rate=25",
                            "-c:v",
                            "libx264",
                            "-preset",
                            "ultrafast",
                            "-bf",
                            "0",
                            "-g",
                            "25",
                            "-f",
                            "mpegts",
                            "srt://127.0.0.1:" + port + "?mode=listener" + parameters)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            await().atMost(PATIENCE).until(() -> SrtKnock.answers(address, Duration.ofSeconds(1)));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
