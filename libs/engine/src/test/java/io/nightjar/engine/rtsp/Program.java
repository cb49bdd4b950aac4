// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** An independent player or publisher in a process of its own. */
final class Program implements AutoCloseable {

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread collector;

    private Program(List<String> command) {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        collector = Thread.ofVirtual().start(this::collect);
    }

    static Program start(String... command) {
        require(command[0]);
        return new Program(List.of(command));
    }

    /** Publishes a small moving picture for as long as it lives. */
    static Program publisher(String transport, String url, String... more) {
        require("ffmpeg");
        var command = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-re", "-f", "lavfi"));
        command.addAll(List.of("-i", "testsrc2=size=320x180:rate=25", "-c:v", encoder(), "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-preset", "ultrafast", "-tune", "zerolatency", "-g", "10"));
        command.addAll(List.of(more));
        command.addAll(List.of("-f", "rtsp", "-rtsp_transport", transport, url));
        return new Program(command);
    }

    static void require(String tool) {
        Assumptions.assumeTrue(
                List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(folder -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(folder, tool))),
                () -> "SKIPPED: " + tool + " is not installed; install it to prove this against an independent peer");
    }

    private static String encoder() {
        var list = start("ffmpeg", "-hide_banner", "-encoders").finish(Duration.ofSeconds(10));
        Assumptions.assumeTrue(list.contains("libx264"), "SKIPPED: this ffmpeg has no libx264");
        return "libx264";
    }

    String output() {
        return output.toString();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end and gives what was printed. */
    String finish(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still running after " + patience + ":\n" + output);
            }
            collector.join();
            return output.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    private void collect() {
        try (var input = process.inputReader(UTF_8)) {
            String line = input.readLine();
            while (line != null) {
                output.append(line).append('\n');
                line = input.readLine();
            }
        } catch (IOException ended) {
            output.append("(output ended: ").append(ended.getMessage()).append(")\n");
        }
    }
}
