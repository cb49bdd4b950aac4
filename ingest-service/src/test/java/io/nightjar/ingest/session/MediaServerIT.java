// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RTMP and HTTP-FLV from a server that is not ours: the npm package node-media-server, fed by ffmpeg. */
class MediaServerIT {

    private static final String SERVER = """
            const Server = require('node-media-server');
            const [rtmp, http] = process.argv.slice(2).map(Number);
            new Server({ bind: '127.0.0.1', rtmp: { port: rtmp }, http: { port: http }, auth: {}, notify: {},
              webadmin: { enable: false }, record: { auto: false }, store: { path: './data' } }).run();
            """;

    @TempDir
    static Path folder;

    private static final List<Process> RUNNING = new ArrayList<>();
    private static int rtmp;
    private static int http;

    @BeforeAll
    static void start() throws Exception {
        for (var program : List.of("node", "npm", "ffmpeg")) {
            assumeTrue(installed(program), () -> "SKIPPED: install " + program + " to run this test");
        }
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        Files.writeString(folder.resolve("server.js"), SERVER);
        fetch();
        rtmp = freePort();
        http = freePort();
        run("server.log", "node", "server.js", Integer.toString(rtmp), Integer.toString(http));
        await().atMost(IngestRig.PATIENCE).until(() -> answers(rtmp) && answers(http));
        run(
                "sender.log",
                ("ffmpeg -loglevel error -nostdin -re -f lavfi -i testsrc=size=320x180:rate=15 -c:v libx264 -preset ultrafast"
                                + " -tune zerolatency -pix_fmt yuv420p -g 15 -f flv " + address())
                        .split(" "));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        RUNNING.forEach(Process::destroy);
        for (var process : RUNNING) {
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void rtmpIsReadByCopy() throws Exception {
        isLive("\"url\":\"" + address() + "\"");
    }

    @Test
    void flvOverHttpIsReadByCopy() throws Exception {
        isLive("\"url\":\"http://127.0.0.1:" + http + "/live/yard.flv\"");
    }

    private static void isLive(String stream) throws Exception {
        try (var rig = new IngestRig(folder.resolve("home-" + System.nanoTime()))) {
            rig.apply(IngestRig.camera("\"id\":\"cam\",\"streams\":{\"sub\":{" + stream + "}}"));

            rig.awaitState("cam", Role.SUB, Name.LIVE);
            await().atMost(IngestRig.PATIENCE)
                    .until(() -> rig.sink.path("cam/sub").packets() > 20);
            var media = rig.awaitMedia("cam", Role.SUB, any -> true);
            assertThat(media.codec()).isEqualTo("h264");
            assertThat(media.width()).isEqualTo(320);
        }
    }

    private static String address() {
        return "rtmp://127.0.0.1:" + rtmp + "/live/yard";
    }

    private static void fetch() throws IOException, InterruptedException {
        var npm = run(
                "npm.log",
                "timeout -k 2 40 npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline node-media-server@4"
                        .split(" "));
        boolean done = npm.waitFor(45, TimeUnit.SECONDS) && npm.exitValue() == 0;
        var output = Files.readString(folder.resolve("npm.log"), UTF_8);
        assumeTrue(done, () -> "SKIPPED: npm could not fetch node-media-server: " + output.strip());
    }

    private static Process run(String log, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
        RUNNING.add(process);
        return process;
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
