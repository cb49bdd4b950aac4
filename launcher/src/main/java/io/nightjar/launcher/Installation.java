// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the built programs are, and how each is started. */
final class Installation {

    private final Path root;
    private final Path java;
    private final Path nativeCache;

    Installation(Path root, Path nativeCache) {
        this.root = root;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.nativeCache = nativeCache;
    }

    /** A Quarkus application, by its module's folder. */
    List<String> service(String module, Collection<String> jvmOptions, Map<String, String> properties) {
        var command = jvm(jvmOptions, properties);
        command.add("-jar");
        command.add(built(module + "/target/quarkus-app/quarkus-run.jar").toString());
        return command;
    }

    /** A plain program with its main class. */
    List<String> program(
            String module,
            String mainClass,
            Collection<String> jvmOptions,
            Map<String, String> properties,
            List<String> arguments) {
        var command = jvm(jvmOptions, properties);
        command.add("-cp");
        command.add(root.resolve(module + "/target/classes") + ":" + classpath(module));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private List<String> jvm(Collection<String> options, Map<String, String> properties) {
        var command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dorg.bytedeco.javacpp.cachedir=" + nativeCache));
        command.addAll(options);
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        return command;
    }

    private String classpath(String module) {
        var file = built(module + "/target/run.classpath");
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new Complaint(file + " cannot be read: " + failure.getMessage());
        }
    }

    private Path built(String relative) {
        var path = root.resolve(relative);
        if (!Files.exists(path)) {
            throw new Complaint(path + " is missing. Build first: ./nightjar build");
        }
        return path;
    }
}
