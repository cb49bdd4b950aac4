// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.CamerasFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCamerasIT {

    @TempDir
    Path folder;

    private @Nullable Process process;

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DemoCameras.class.getName()));
        command.addAll(List.of(arguments));
        var started = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = started;
        return started;
    }

    private static String lineWith(Process process, String text) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var said = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The process never said \"" + text + "\" but:\n" + said);
    }

    @Test
    void fourCamerasRunTakeCommandsAndEndWithTheirParent() throws Exception {
        var camerasFile = folder.resolve("cameras.json");
        var runInfo = folder.resolve("run/demo.json");
        var demo = start("--cameras-file", camerasFile.toString(), "--run-info", runInfo.toString(), "--parent-watch");

        assertThat(lineWith(demo, "ready")).contains("driveway, garden, warehouse, harbour");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(camerasFile)))
                .isEqualTo("rw-------");
        var cameras = ContractsJson.mapper().readTree(camerasFile.toFile());
        assertThat(cameras.path("version").asInt()).isEqualTo(1);
        assertThat(cameras.path("cameras").findValuesAsText("id"))
                .containsExactly("driveway", "garden", "warehouse", "harbour");
        var garden = cameras.path("cameras").path(1);
        assertThat(garden.path("streams").path("main").path("onDemand").asBoolean())
                .isTrue();
        assertThat(garden.path("streams").path("sub").path("url").asText()).matches("rtsp://127\\.0\\.0\\.1:\\d+/sub");
        assertThat(garden.path("credentials").path("username").asText()).isEqualTo("viewer");

        var control = ContractsJson.mapper()
                .readTree(runInfo.toFile())
                .path("controlUrl")
                .asText();
        assertThat(ask("POST", control + "/cameras/harbour/freeze")
                        .path("behaviour")
                        .asText())
                .isEqualTo("freeze");
        var list = ask("GET", control + "/cameras");
        assertThat(list.path("items").findValuesAsText("behaviour"))
                .containsExactly("normal", "normal", "normal", "freeze");
        assertThat(ask("POST", control + "/cameras/harbour/dance")
                        .path("detail")
                        .asText())
                .contains("wrong-password");
        assertThat(ask("POST", control + "/cameras/moon/normal").path("status").asInt())
                .isEqualTo(404);

        assertThat(cameras.path("cameras").path(3).path("capabilities").path(1).asText())
                .isEqualTo("ptz");
        assertThat(cameras.path("cameras").path(3).at("/ports/onvif").asInt()).isPositive();
        assertThat(ask("POST", control + "/cameras/harbour/head/hang")
                        .path("pan")
                        .asDouble(1))
                .isZero();
        assertThat(ask("POST", control + "/cameras/harbour/head/slow?ms=20").path("commands"))
                .isEmpty();
        assertThat(ask("GET", control + "/cameras/harbour/head").path("moving").asBoolean(true))
                .isFalse();
        assertThat(ask("POST", control + "/cameras/harbour/head/spin")
                        .path("detail")
                        .asText())
                .contains("hang-all");
        assertThat(ask("GET", control + "/cameras/driveway/head").path("status").asInt())
                .isEqualTo(404);
        assertThat(ask("POST", control + "/cameras/harbour/stops-fail")
                        .at("/switches/0")
                        .asText())
                .isEqualTo("stops-fail");

        demo.getOutputStream().close();

        assertThat(demo.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isZero();
    }

    @Test
    void oneCameraOfEachVendorRunsAndTakesTheSwitchesOfItsVendor() throws Exception {
        var camerasFile = folder.resolve("cameras.json");
        var runInfo = folder.resolve("demo.json");
        var demo = start("--vendors", "--cameras-file", camerasFile.toString(), "--run-info", runInfo.toString());

        assertThat(lineWith(demo, "ready")).contains("reolink, amcrest, unifi, eufy, onvif, web, srt");

        var cameras = CamerasFile.read(camerasFile, Origin.FILE);
        assertThat(cameras.problems()).isEmpty();
        assertThat(cameras.all())
                .extracting(CameraSpec::vendor)
                .containsExactly(
                        Vendor.REOLINK,
                        Vendor.AMCREST,
                        Vendor.UNIFI,
                        Vendor.EUFY,
                        Vendor.ONVIF,
                        Vendor.GENERIC,
                        Vendor.GENERIC);
        assertThat(cameras.devices().getFirst().certificate()).hasSize(64);
        assertThat(cameras.all().stream().filter(camera -> camera.can(Capability.PTZ)))
                .extracting(CameraSpec::vendor)
                .containsExactly(Vendor.REOLINK, Vendor.AMCREST, Vendor.UNIFI, Vendor.EUFY, Vendor.ONVIF);

        var control = ContractsJson.mapper()
                .readTree(runInfo.toFile())
                .path("controlUrl")
                .asText();
        for (var camera : List.of("reolink", "amcrest", "unifi", "eufy", "onvif")) {
            assertThat(ask("GET", control + "/cameras/" + camera + "/head")
                            .path("commands")
                            .isArray())
                    .isTrue();
        }
        var told = ask("POST", control + "/cameras/reolink/rtsp-off");
        assertThat(told.at("/switches/0").asText()).isEqualTo("rtsp-off");
        assertThat(told.path("connections").asInt()).isZero();
        assertThat(ask("POST", control + "/cameras/reolink/not-rtsp-off").path("switches"))
                .isEmpty();
        assertThat(ask("POST", control + "/cameras/unifi/silent")
                        .path("behaviour")
                        .asText())
                .isEqualTo("silent");
        assertThat(ask("POST", control + "/cameras/unifi/dance").path("detail").asText())
                .contains("second-factor");
    }

    private static JsonNode ask(String method, String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return ContractsJson.mapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var demo = start("--control-port", Integer.toString(taken.getLocalPort()));

            assertThat(lineWith(demo, "could not start")).contains("a port is taken");
            assertThat(demo.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownOptionEndsWithTheUsage() throws Exception {
        var demo = start("--surprise");

        assertThat(lineWith(demo, "Unknown option")).contains("--surprise");
        assertThat(demo.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(2);
    }
}
