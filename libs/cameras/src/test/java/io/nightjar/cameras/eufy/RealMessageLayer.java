// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The message layer of a real bridge, eufy-security-ws, before a driver that reaches neither cloud nor cameras. */
final class RealMessageLayer implements AutoCloseable {

    private static final String PLACE = "NIGHTJAR_EUFY_WS";

    private final Process process;
    private final Path log;

    private RealMessageLayer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Skips the test that asked where none is on this machine. */
    static RealMessageLayer start(String scenario, Path folder) throws IOException {
        var place = System.getenv().getOrDefault(PLACE, "");
        assumeTrue(
                !place.isEmpty() && Files.isRegularFile(Path.of(place, "dist", "lib", "server.js")),
                "SKIPPED: set " + PLACE + " to the folder of a ready eufy-security-ws to run against the real one");
        var script = folder.resolve("bridge.mjs");
        try (var source = RealMessageLayer.class.getResourceAsStream("bridge.mjs")) {
            Files.copy(source, script);
        }
        var log = folder.resolve("bridge.log");
        var process = new ProcessBuilder("node", script.toString(), place, scenario)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RealMessageLayer(process, log);
    }

    int port() {
        return await().atMost(Bridges.PATIENCE)
                .until(
                        () -> lines().stream()
                                .filter(line -> line.startsWith("port "))
                                .map(line -> Integer.parseInt(line.substring(5)))
                                .findFirst(),
                        found -> found.isPresent() || !process.isAlive())
                .orElseThrow(() -> new IllegalStateException(String.join("\n", lines())));
    }

    /** What reached the driver, in the words of the library. */
    List<String> orders() {
        return lines().stream()
                .filter(line -> line.startsWith("order "))
                .map(line -> line.substring(6))
                .toList();
    }

    int codesSent() {
        return (int) lines().stream().filter("code sent"::equals).count();
    }

    private List<String> lines() {
        try {
            return Files.readString(log, UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
