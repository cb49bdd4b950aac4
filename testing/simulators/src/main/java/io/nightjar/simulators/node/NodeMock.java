// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The device mock-up that comes with version 0.6.5 of the npm package {@code onvif}, kept on loopback. Fetched by npm from
 * wherever it is configured to fetch.
 */
public final class NodeMock implements AutoCloseable {

    private static final String LOOPBACK = """
            const net = require('net'), dgram = require('dgram');
            const listen = net.Server.prototype.listen;
            net.Server.prototype.listen = function (port) { return listen.call(this, port, '127.0.0.1'); };
            dgram.Socket.prototype.bind = function () { return this; };
            """;

    private final Process process;
    private final int port;

    private NodeMock(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Fails with {@link MissingPeer} where it cannot be fetched: then its tests are skipped. */
    public static NodeMock start(Path folder) throws IOException, InterruptedException, MissingPeer {
        for (var program : List.of("node", "npm")) {
            if (!installed(program)) {
                throw new MissingPeer("install " + program + " to run this test");
            }
        }
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        fetch(folder);
        var preload = Files.writeString(folder.resolve("loopback.js"), LOOPBACK);
        int port = freePort();
        var builder = new ProcessBuilder(
                        "node",
                        "--require",
                        preload.toString(),
                        "node_modules/coffeescript/bin/coffee",
                        "node_modules/onvif/test/serverMockup.coffee")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mock.log").toFile());
        builder.environment().put("PORT", String.valueOf(port));
        return new NodeMock(builder.start(), port);
    }

    public int port() {
        return port;
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void fetch(Path folder) throws IOException, InterruptedException, MissingPeer {
        var running = new ProcessBuilder(
                        "timeout",
                        "-k",
                        "2",
                        "40",
                        "npm",
                        "install",
                        "--silent",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefer-offline",
                        "onvif@0.6.5",
                        "coffeescript@1",
                        "dot@1")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(running.getInputStream().readAllBytes(), UTF_8);
        boolean done = running.waitFor(45, TimeUnit.SECONDS) && running.exitValue() == 0;
        if (!done) {
            throw new MissingPeer("npm could not fetch the mock-up: " + output.strip());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
