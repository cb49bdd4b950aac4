// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.house.House;
import io.nightjar.house.Launch;
import io.nightjar.house.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command itself: starting, stopping, starting again, and what it says when it cannot. */
class CommandE2E {

    private static final Map<String, String> ENVIRONMENT = Map.of("NIGHTJAR_ADMIN_PASSWORD", HouseSuite.PASSWORD);

    @TempDir
    Path folder;

    private static List<ProcessHandle> children(House house) {
        var handles = new ArrayList<ProcessHandle>();
        house.processes()
                .path("processes")
                .forEach(entry -> ProcessHandle.of(entry.path("pid").asLong()).ifPresent(handles::add));
        return handles;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--demo", "--mesh"})
    void ctrlCStopsEverythingWithinFiveSeconds(String option) throws IOException {
        try (var house = House.up(folder, ENVIRONMENT, option)) {
            var children = children(house);
            var ports = house.processes().path("ports");
            long begun = System.nanoTime();
            house.launch().interrupt();
            house.launch().exitCode(Duration.ofSeconds(5));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            for (String name : List.of("http", "rtsp", "kafka")) {
                try (var free = new ServerSocket()) {
                    free.setReuseAddress(true);
                    free.bind(new java.net.InetSocketAddress(
                            InetAddress.getLoopbackAddress(), ports.path(name).asInt()));
                    assertThat(free.isBound()).isTrue();
                }
            }
        }
    }

    @Test
    void theNextUpWorksAfterEverythingWasKilled() {
        try (var first = House.up(folder, ENVIRONMENT, "--demo")) {
            first.killEverything();
        }
        try (var second = House.up(folder, Map.of(), "--demo");
                var api = Api.signIn(second.url(), HouseSuite.PASSWORD)) {
            Until.isTrue(Duration.ofSeconds(20), "all four cameras are live again", () -> live(api) == 4);
        }
    }

    @Test
    void childrenEndWhenTheirLauncherIsKilled() {
        try (var house = House.up(folder, ENVIRONMENT, "--demo")) {
            var children = children(house);
            house.launch().handle().destroyForcibly();
            Until.isTrue(Duration.ofSeconds(8), "no child is left", () -> children.stream()
                    .noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aBrokenCameraInTheFileIsNamedAndTheGoodOnesRun() throws IOException {
        var file = Files.writeString(folder.resolve("cameras.yaml"), """
                version: 1
                cameras:
                  - id: good
                    name: Good
                    streams: {sub: {url: "rtsp://127.0.0.1:9/none"}}
                  - id: bad
                    vendor: realink
                    streams: {sub: {url: "gopher://127.0.0.1/none"}}
                """);
        try (var house = House.up(folder.resolve("home"), ENVIRONMENT, "--cameras", file.toString());
                var api = Api.signIn(house.url(), HouseSuite.PASSWORD)) {
            assertThat(api.get("/api/cameras").path("items")).hasSize(1);
            assertThat(api.get("/api/status").path("problems").toString()).contains("bad", "vendor", "reolink");
        }
    }

    @Test
    void aFileThatCannotBeParsedIsSaidInOneSentence() throws IOException {
        var file = Files.writeString(folder.resolve("cameras.yaml"), "version: 1\ncameras: [ {id: a\n");
        try (var house = House.up(folder.resolve("home"), ENVIRONMENT, "--cameras", file.toString());
                var api = Api.signIn(house.url(), HouseSuite.PASSWORD)) {
            assertThat(api.get("/api/status").path("problems").toString()).contains("cameras.yaml");
        }
    }

    @Test
    void aBusyPortIsOneSentence() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var launch = Launch.of(
                        Map.of(), "up", "--home", folder.toString(), "--port", Integer.toString(busy.getLocalPort()))) {
            assertThat(launch.exitCode(Duration.ofSeconds(10))).isEqualTo(1);
            assertThat(launch.output())
                    .contains("Port " + busy.getLocalPort(), "--port")
                    .hasLineCount(1);
        }
    }

    @Test
    void aSecondUpOnTheSameHomeIsRefused() {
        try (var house = House.up(folder, ENVIRONMENT);
                var second = Launch.of(Map.of(), "up", "--home", folder.toString(), "--port", "0")) {
            assertThat(second.exitCode(Duration.ofSeconds(10))).isEqualTo(1);
            assertThat(second.output()).contains("Another Nightjar").hasLineCount(1);
            assertThat(house.launch().isAlive()).isTrue();
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsOneSentence() throws IOException {
        var file = Files.writeString(folder.resolve("not-a-folder"), "");
        try (var launch = Launch.of(Map.of(), "up", "--home", file + "/home", "--port", "0")) {
            assertThat(launch.exitCode(Duration.ofSeconds(10))).isEqualTo(1);
            assertThat(launch.output()).contains("--home").hasLineCount(1);
        }
    }

    @Test
    void anUnknownOptionIsOneSentence() {
        try (var launch = Launch.of(Map.of(), "up", "--colour", "red")) {
            assertThat(launch.exitCode(Duration.ofSeconds(10))).isEqualTo(2);
            assertThat(launch.output()).contains("--colour").hasLineCount(1);
        }
    }

    @Test
    void theFirstRunPrintsAPasswordThatWorksAndNoLogHoldsIt() throws IOException {
        try (var house = House.up(folder, Map.of())) {
            var password = house.printedPassword().orElseThrow();
            try (var api = Api.signIn(house.url(), password)) {
                assertThat(api.get("/api/session").path("username").asText()).isEqualTo("admin");
            }
            try (var logs = Files.list(folder.resolve("logs"))) {
                for (var log : logs.toList()) {
                    assertThat(Files.readString(log)).as(log.toString()).doesNotContain(password);
                }
            }
        }
    }

    private static long live(Api api) {
        long live = 0;
        for (String camera : HouseSuite.CAMERAS) {
            for (var stream : api.get("/api/cameras/" + camera + "/streams").path("items")) {
                if (stream.path("role").asText().equals("sub")
                        && stream.path("state").asText().equals("live")) {
                    live++;
                }
            }
        }
        return live;
    }
}
