// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for secrets where they must not be. */
final class Secrecy {

    private Secrecy() {}

    /** Every byte of a home: logs, topics, state, databases, configuration. */
    static void inFilesOf(Path home, List<String> secrets) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(text(file)).as(file.toString()).doesNotContain(spellings(secrets));
            }
        }
    }

    /** What anybody on the machine may list. */
    static void inCommandLinesBelow(ProcessHandle parent, List<String> secrets) throws IOException {
        for (var process :
                Stream.concat(Stream.of(parent), parent.descendants()).toList()) {
            assertThat(text(Path.of("/proc/" + process.pid() + "/cmdline")))
                    .as("command line of " + process.pid())
                    .doesNotContain(spellings(secrets));
        }
    }

    /** A file that goes away meanwhile holds nothing. */
    private static String text(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    private static List<String> spellings(List<String> secrets) {
        return secrets.stream()
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .distinct()
                .toList();
    }
}
