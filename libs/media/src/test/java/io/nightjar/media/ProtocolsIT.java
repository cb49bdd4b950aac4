// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsIT {

    private static final String[] H264 = {"-c:v", "libx264", "-preset", "ultrafast", "-bf", "0", "-g", "25"};

    @TempDir
    static Path folder;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private HttpServer http;

    @BeforeAll
    static void record() throws Exception {
        Recordings.make(folder.resolve("yard.flv"), "320x180", 2, H264);
        Recordings.make(folder.resolve("yard.ts"), "320x180", 2, H264);
        Recordings.make(folder.resolve("yard.mp4"), "320x180", 1, H264);
    }

    @BeforeEach
    void serve() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void flvOverHttpIsReadAsAnnexB() throws IOException {
        files.put("/live", Files.readAllBytes(folder.resolve("yard.flv")));
        var packets = read(ReaderOptions.of(url("/live"), Protocol.FLV, InputOptions.NONE));
        assertThat(packets).hasSize(50);
        assertThat(NalUnits.split(packets.getFirst().data()))
                .extracting(unit -> unit[0] & 0x1f)
                .contains(7, 8, 5);
    }

    @Test
    void aRedirectToAnotherPageOfTheCameraIsFollowed() throws IOException {
        files.put("/live", Files.readAllBytes(folder.resolve("yard.flv")));
        redirects.put("/old", url("/live"));
        assertThat(read(ReaderOptions.of(url("/old"), Protocol.FLV, InputOptions.NONE)))
                .hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:%s", "subfile,,start,0,end,0,,:%s", "concat:%s", "cache:file:%s"})
    void aRedirectReachesNoFile(String target) {
        redirects.put("/evil", target.formatted(folder.resolve("yard.flv")));
        assertNothing(ReaderOptions.of(url("/evil"), Protocol.FLV, InputOptions.NONE));
    }

    @Test
    void aPlaylistIsPlayed() throws IOException {
        files.put("/segment.ts", Files.readAllBytes(folder.resolve("yard.ts")));
        files.put("/cam.m3u8", playlist("segment.ts"));
        var packets = read(ReaderOptions.of(url("/cam.m3u8"), Protocol.HLS, InputOptions.NONE));
        assertThat(packets).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file://%s",
                "%s",
                "concat:%s",
                "subfile,,start,0,end,0,,:%s",
                "async:file:%s",
                "data:video/mp2t;base64,RwAR"
            })
    void aPlaylistReachesNoFile(String segment) {
        files.put("/cam.m3u8", playlist(segment.formatted(folder.resolve("yard.ts"))));
        assertNothing(ReaderOptions.of(url("/cam.m3u8"), Protocol.HLS, InputOptions.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLV", "HLS"})
    void aListOfFilesIsNoVideo(Protocol protocol) {
        files.put(
                "/live",
                ("ffconcat version 1.0\nfile " + folder.resolve("yard.mp4") + "\n").getBytes(StandardCharsets.UTF_8));
        assertNothing(ReaderOptions.of(url("/live"), protocol, InputOptions.NONE));
    }

    @Test
    void aRecordingOfFilesNamesNoOtherFile() throws IOException {
        var list = Files.writeString(
                folder.resolve("list.mp4"), "ffconcat version 1.0\nfile " + folder.resolve("yard.mp4") + "\n");
        assertNothing(ReaderOptions.of(list.toString()));
    }

    @Test
    void rtmpIsReadFromAnIndependentServer() throws Exception {
        int port = freePort();
        try (var server = new Server("-f", "flv", "-listen", "1", "rtmp://127.0.0.1:" + port + "/live/cam")) {
            assertLive("rtmp://127.0.0.1:" + port + "/live/cam", Protocol.RTMP, server);
        }
    }

    @Test
    void srtIsReadFromAnIndependentServer() throws Exception {
        int port = freePort();
        try (var server = new Server("-f", "mpegts", "srt://127.0.0.1:" + port + "?mode=listener")) {
            assertLive("srt://127.0.0.1:" + port, Protocol.SRT, server);
        }
    }

    @Test
    void aRecordingPlaysAtItsPaceAndForEver() {
        var options = ReaderOptions.of("file://" + folder.resolve("yard.mp4"), Protocol.FILE, InputOptions.NONE);
        long start = System.nanoTime();
        try (var reader = PacketReader.open(options)) {
            var times = new ArrayList<Long>();
            while (times.size() < 40) {
                assertThat(reader.read(packet -> times.add(packet.dtsMicros()))).isTrue();
            }
            for (int i = 1; i < times.size(); i++) {
                assertThat(times.get(i) - times.get(i - 1)).isEqualTo(40_000);
            }
            assertThat(reader.damage().total()).isZero();
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isBetween(Duration.ofMillis(1_550), Duration.ofMillis(2_500));
    }

    @Test
    void waitingForTheRightTimeEndsWhenInterrupted() throws Exception {
        var slow = folder.resolve("slow.mp4");
        Recordings.of("testsrc2=size=160x90:rate=0.1", slow, 30, "-c:v", "libx264", "-bf", "0");
        try (var reader = PacketReader.open(ReaderOptions.of("" + slow, Protocol.FILE, InputOptions.NONE))) {
            assertThat(reader.read(packet -> {})).isTrue();
            var read = CompletableFuture.supplyAsync(() -> reader.read(packet -> {}) && reader.read(packet -> {}));
            assertThatThrownBy(() -> read.get(300, TimeUnit.MILLISECONDS)).hasNoCause();
            reader.interrupt();
            assertThatThrownBy(() -> read.get(300, TimeUnit.MILLISECONDS)).hasMessageContaining("interrupted");
        }
    }

    @Test
    void aRecordingReadWithoutPaceEnds() {
        var options =
                new InputOptions(null, null, null, null, null, null, null, false, null, null, null, null, null, null);
        assertThat(read(ReaderOptions.of("" + folder.resolve("yard.mp4"), Protocol.FILE, options)))
                .hasSize(25);
    }

    @Test
    void libavCanBeListenedTo() throws IOException {
        files.put("/live", Files.readAllBytes(folder.resolve("yard.flv")));
        var lines = new ArrayList<String>();
        var userinfo = url("/live").replace("http://", "http://admin:secret@");
        var opening = PacketReader.prepare(ReaderOptions.of(userinfo, Protocol.FLV, InputOptions.NONE));
        opening.log(LogLevel.DEBUG, lines::add);
        try (var reader = opening.open()) {
            assertThat(lines).isNotEmpty();
            assertThat(String.join("\n", lines)).doesNotContain("secret");
            lines.clear();
            reader.log(LogLevel.ERROR, lines::add);
            reader.read(packet -> {});
            assertThat(lines).isEmpty();
        }
    }

    private void assertLive(String url, Protocol protocol, Server server) {
        var options = ReaderOptions.of(url, protocol, InputOptions.NONE)
                .timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (var reader = await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> PacketReader.open(options), opened -> true)) {
            var packets = new ArrayList<Packet>();
            while (packets.size() < 30 && reader.read(packet -> packets.add(packet.copy()))) {}
            assertThat(reader.tracks().getFirst().width()).isEqualTo(320);
            assertThat(reader.tracks().getFirst().lengthPrefixed()).isFalse();
            try (var decoder = PictureDecoder.open(reader.tracks().getFirst())) {
                packets.forEach(packet -> decoder.accept(packet, true));
                assertThat(decoder.errors()).isZero();
                assertThat(decoder.jpeg(0, 80)).isPresent();
            }
            assertThat(server.process.isAlive()).isTrue();
        }
    }

    private static void assertNothing(ReaderOptions options) {
        var impatient = options.timeouts(Duration.ofSeconds(3), Duration.ofSeconds(1));
        var failure = catchThrowableOfType(MediaException.class, () -> read(impatient));
        assertThat(failure).isNotNull();
    }

    private static List<Packet> read(ReaderOptions options) {
        var packets = new ArrayList<Packet>();
        try (var reader = PacketReader.open(options)) {
            while (reader.read(packet -> packets.add(packet.copy()))) {}
        }
        return packets;
    }

    private static byte[] playlist(String segment) {
        return """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:2
                #EXTINF:2.0,
                %s
                #EXT-X-ENDLIST
                """.formatted(segment).getBytes(StandardCharsets.UTF_8);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (redirects.containsKey(path)) {
                exchange.getResponseHeaders().add("Location", redirects.get(path));
                exchange.sendResponseHeaders(302, -1);
            } else if (files.containsKey(path)) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(files.get(path));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The system's ffmpeg, serving a live picture to one reader. */
    private static final class Server implements AutoCloseable {
        private final Process process;

        Server(String... output) throws IOException {
            Programs.require(Recordings.FFMPEG);
            var command = new ArrayList<>(List.of(
                    Recordings.FFMPEG, "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25"));
            command.addAll(List.of(H264));
            command.addAll(List.of(output));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
