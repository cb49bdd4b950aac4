// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that serve as independent judges. */
final class Programs {

    private Programs() {}

    static void require(String program) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(program)),
                () -> "SKIPPED: " + program + " is not installed on this machine");
    }

    /** Standard output and error of a program that must succeed. */
    static String run(String... command) throws IOException, InterruptedException {
        require(command[0]);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }
}
