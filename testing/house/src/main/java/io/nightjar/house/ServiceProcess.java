// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service alone in a process of its own, for measurements that must not count anything else. */
public final class ServiceProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 5;

    private final Process process;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a module's application.
     *
     * @param log where it writes
     */
    public static ServiceProcess start(String module, int heapMegabytes, Map<String, String> properties, Path log) {
        var command = new ArrayList<>(List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dorg.bytedeco.javacpp.cachedir=" + Installation.nativeCache()));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(Installation.root()
                .resolve(module + "/target/quarkus-app/quarkus-run.jar")
                .toString());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ServiceProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
