// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One simulated camera of each vendor, in a process of their own, with the cameras file that describes them. */
public final class VendorCameras implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final Path camerasFile;
    private final DemoControl control;

    private VendorCameras(Process process, Path camerasFile, DemoControl control) {
        this.process = process;
        this.camerasFile = camerasFile;
        this.control = control;
    }

    /** @param folder where their files go; not in a home, since the cameras file holds passwords */
    public static VendorCameras start(Path folder) {
        var camerasFile = folder.resolve("vendors.yaml");
        var runInfo = folder.resolve("vendors-run.json");
        try {
            var process = new ProcessBuilder(
                            Installation.java(),
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dorg.bytedeco.javacpp.cachedir=" + Installation.nativeCache(),
                            "-cp",
                            Installation.root().resolve("testing/simulators/target/classes") + ":"
                                    + Installation.classpath("testing/simulators"),
                            "io.nightjar.simulators.demo.DemoCameras",
                            "--vendors",
                            "--parent-watch",
                            "--cameras-file",
                            camerasFile.toString(),
                            "--run-info",
                            runInfo.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("vendors.log").toFile())
                    .start();
            Until.isTrue(START, "the vendors' cameras", () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The vendors' cameras ended; see " + folder.resolve("vendors.log"));
                }
                return Files.exists(runInfo);
            });
            var url = ContractsJson.mapper()
                    .readTree(runInfo.toFile())
                    .path("controlUrl")
                    .asText();
            return new VendorCameras(
                    process, camerasFile, new DemoControl(URI.create(url).getPort()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path camerasFile() {
        return camerasFile;
    }

    public DemoControl control() {
        return control;
    }

    /** The passwords that were given to the cameras, which nobody may ever see again. */
    public List<String> passwords() {
        try {
            JsonNode file = ContractsJson.yaml().readTree(camerasFile.toFile());
            return file.findValues("credentials").stream()
                    .map(credentials -> credentials.path("password").asText())
                    .filter(password -> !password.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
