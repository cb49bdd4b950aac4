// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built programs under test. */
final class Installation {

    private Installation() {}

    static Path root() {
        var root = System.getProperty("nightjar.installation");
        if (root == null) {
            throw new IllegalStateException("nightjar.installation is not set: run by ./nightjar or Maven");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What {@code ./nightjar} runs once everything is built. */
    static List<String> launcher(List<String> arguments) {
        // A shell without a terminal starts its children deaf to Ctrl-C, and that is inherited.
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-Dnightjar.installation=" + root(),
                "-Dnightjar.native-cache=" + nativeCache(),
                "-cp",
                root().resolve("launcher/target/classes") + ":" + classpath("launcher"),
                "io.nightjar.launcher.Main"));
        command.addAll(arguments);
        return command;
    }

    static String nativeCache() {
        return System.getProperty(
                "org.bytedeco.javacpp.cachedir", System.getProperty("user.home") + "/.cache/nightjar/javacpp");
    }

    static String classpath(String module) {
        try {
            return Files.readString(root().resolve(module + "/target/run.classpath"))
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("Build first: ./nightjar build", failure);
        }
    }
}
