// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that others wrote, the npm package {@code onvif} 0.8.1, finds the device to be one. */
class NodeClientIT {

    private static final String USER = "admin";
    private static final String PASSWORD = "s3cret";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fetch() throws Exception {
        Programs.require("node");
        Programs.require("npm");
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        try (var script = requireNonNull(NodeClientIT.class.getResourceAsStream("client.js"))) {
            Files.copy(script, folder.resolve("client.js"));
        }
        var outcome = Programs.run(
                40,
                "npm",
                "install",
                "--prefix",
                folder.toString(),
                "--silent",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefer-offline",
                "onvif@0.8.1");
        assumeTrue(outcome.exit() == 0, () -> "SKIPPED: npm could not fetch the client: " + outcome.output());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_MEDIA2", "BROKEN_MEDIA2", "NO_SERVICE_LIST", "VENDOR_PATHS"})
    void aDeviceWithADefectIsUnderstood(OnvifSwitch which) throws Exception {
        try (var device = device()) {
            device.turnOn(which);

            check(device, drive(device, "moves"));
        }
    }

    @Test
    void aDeviceInOrderIsUnderstood() throws Exception {
        try (var device = device()) {
            var told = drive(device, "all");

            check(device, told);
            checkPresets(told);
            for (var reached : List.of("absolute", "away", "back", "relative", "ahead", "home")) {
                assertThat(told.get(reached).asText()).as(reached).isEqualTo("there");
            }
            assertThat(told.get("beyond").asText()).contains("out of bounds");
            assertThat(device.refusals()).isZero();
        }
    }

    private static OnvifSimulator device() {
        return OnvifSimulator.builder("Yard").credentials(USER, PASSWORD).start();
    }

    private static void check(OnvifSimulator device, Map<String, JsonNode> told) {
        assertThat(told.get("information").get("model").asText()).isEqualTo("Yard");
        assertThat(told.get("profiles")).hasSize(2);
        assertThat(told.get("stream").asText()).isEqualTo(device.url(Role.MAIN));
        assertThat(told.get("snapshot").asText()).endsWith("/onvif/snapshot.jpg?stream=main&size=full");
        assertThat(told.get("nodes")).hasSize(1);
        assertThat(told.get("configurations")).hasSize(1);
        checkMoves(told);
        assertThat(told.get("event").asText()).contains("CellMotionDetector/Motion");
    }

    private static void checkMoves(Map<String, JsonNode> told) {
        assertThat(told.get("moving").get("panTilt").asText()).isEqualTo("MOVING");
        assertThat(told.get("moving").get("zoom").asText()).isEqualTo("MOVING");
        assertThat(told.get("stopped").asBoolean()).isTrue();
        assertThat(told.get("half").get("panTilt").asText()).isEqualTo("IDLE");
        assertThat(told.get("half").get("zoom").asText()).isEqualTo("MOVING");
        assertThat(told.get("whole").get("zoom").asText()).isEqualTo("IDLE");
        assertThat(told.get("timeout").asBoolean()).isTrue();
    }

    private static void checkPresets(Map<String, JsonNode> told) {
        assertThat(told.get("preset").get("token").asText()).isEqualTo("Preset/1 süd");
        assertThat(told.get("preset").get("name").asText()).isEqualTo("gate");
        assertThat(told.get("renamed").asText()).isEqualTo("door");
        assertThat(told.get("left").asInt()).isZero();
        assertThat(told.get("gone").asText()).contains("does not exist");
    }

    /** Runs the client; motion is seen each time it says it is ready for events. */
    private static Map<String, JsonNode> drive(OnvifSimulator device, String extent)
            throws IOException, InterruptedException {
        var command = List.of(
                "timeout", "-k", "2", "60", "node", "client.js", String.valueOf(device.port()), USER, PASSWORD, extent);
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var told = new LinkedHashMap<String, JsonNode>();
        var said = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("READY") && device.subscriptions() > 0) {
                    device.seeMotion(true);
                } else if (line.startsWith("{")) {
                    ContractsJson.mapper()
                            .readTree(line)
                            .properties()
                            .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
                }
            }
            assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return told;
    }
}
