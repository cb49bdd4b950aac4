// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.MediaPathName;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A MediaMTX process on loopback with nothing configured but its ports. */
final class RealMediaMtx implements AutoCloseable {

    private final Path folder;
    private final List<Integer> ports;
    private Process process;

    private RealMediaMtx(Path folder, List<Integer> ports) {
        this.folder = folder;
        this.ports = ports;
    }

    static RealMediaMtx start(Path folder) throws IOException {
        var ports = new ArrayList<Integer>();
        for (int i = 0; i < 4; i++) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.add(socket.getLocalPort());
            }
        }
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            ports.add(socket.getLocalPort());
        }
        var server = new RealMediaMtx(folder, ports);
        server.launch();
        return server;
    }

    private void launch() throws IOException {
        var file = Files.writeString(folder.resolve("mediamtx.yml"), """
                logLevel: warn
                api: yes
                apiAddress: 127.0.0.1:%d
                rtsp: yes
                rtspTransports: [tcp]
                rtspAddress: 127.0.0.1:%d
                hls: yes
                hlsAddress: 127.0.0.1:%d
                webrtc: yes
                webrtcAddress: 127.0.0.1:%d
                webrtcLocalUDPAddress: 127.0.0.1:%d
                webrtcIPsFromInterfaces: no
                webrtcAdditionalHosts: [127.0.0.1]
                rtmp: no
                srt: no
                moq: no
                paths:
                  all_others:
                """.formatted(ports.toArray()));
        process = new ProcessBuilder(System.getenv("NIGHTJAR_MEDIAMTX"), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mediamtx.log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(10)).until(() -> listens(ports.getFirst()) && listens(ports.get(1)));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    void restart() throws IOException {
        close();
        launch();
    }

    boolean knows(MediaPathName stream) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(api().resolve("/v3/config/paths/get/" + stream))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + ports.getFirst());
    }

    URI rtsp() {
        return URI.create("rtsp://127.0.0.1:" + ports.get(1));
    }

    URI hls() {
        return URI.create("http://127.0.0.1:" + ports.get(2));
    }

    URI webrtc() {
        return URI.create("http://127.0.0.1:" + ports.get(3));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
