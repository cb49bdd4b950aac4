// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this machine that serve as independent peers. */
public final class Programs {

    /** How a program ended, and all it said. */
    public record Outcome(int exit, String output) {}

    private Programs() {}

    /** Skips the test, loudly, where a program is not installed. */
    public static void require(String program) {
        var found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(found, () -> "SKIPPED: install " + program + " to run this test");
    }

    /** Runs a program for at most so many seconds; 124 means it had to be stopped. */
    public static Outcome run(int seconds, String... command) throws IOException, InterruptedException {
        var limited = new ArrayList<>(List.of("timeout", "-k", "2", Integer.toString(seconds)));
        limited.addAll(List.of(command));
        var process = new ProcessBuilder(limited)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor(seconds + 5L, TimeUnit.SECONDS);
            return new Outcome(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Pipes bytes through a program and gives what comes out. */
    public static byte[] filter(byte[] input, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var feeder = Thread.ofVirtual().start(() -> {
                try (var target = process.getOutputStream()) {
                    target.write(input);
                } catch (IOException closedEarly) {
                    // the program has seen enough; what it made of it is checked by the caller
                    Thread.currentThread().interrupt();
                }
            });
            var output = process.getInputStream().readAllBytes();
            feeder.join();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
