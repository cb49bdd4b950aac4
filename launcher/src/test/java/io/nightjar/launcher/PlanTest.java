// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @TempDir
    Path folder;

    private Plan plan(boolean demo, boolean mesh) throws IOException {
        for (String module : List.of(
                "standalone",
                "packager-service",
                "gateway-service",
                "ptz-service",
                "recording-service",
                "ingest-service")) {
            var app = Files.createDirectories(folder.resolve(module + "/target/quarkus-app"));
            Files.writeString(app.resolve("quarkus-run.jar"), "");
        }
        for (String module : List.of("libs/broker", "testing/simulators")) {
            Files.createDirectories(folder.resolve(module + "/target"));
            Files.writeString(folder.resolve(module + "/target/run.classpath"), "a.jar:b.jar\n");
        }
        var options = new UpOptions(folder.resolve("home"), 0, demo, mesh, false, List.of());
        return new Plan(
                options,
                new Wiring(options, new Ports()),
                new Installation(folder, folder),
                Map.of("NIGHTJAR_ADMIN_PASSWORD", "secret-word"));
    }

    @Test
    void onOneMachineEverythingIsOneProcess() throws IOException {
        assertThat(plan(false, false).processes()).extracting(ChildSpec::name).containsExactly("standalone");
    }

    @Test
    void inTheMeshEachServiceHasItsProcessAndTheBrokerStopsLast() throws IOException {
        var processes = plan(true, true).processes();
        assertThat(processes)
                .extracting(ChildSpec::name)
                .containsExactly("demo", "broker", "packager", "gateway", "ptz", "recording", "probe");
        assertThat(processes)
                .filteredOn(child -> child.stage() == ChildSpec.BROKER)
                .hasSize(1);
    }

    @Test
    void aCameraKeepsItsPort() throws IOException {
        var plan = plan(false, true);
        var first = plan.ingest(CameraId.of("gate"));
        assertThat(plan.ingest(CameraId.of("gate"))).isEqualTo(first);
        assertThat(first.command()).contains("-Dnightjar.ingest.cameras=gate");
    }

    @Test
    void noSecretIsInACommandLine() throws IOException {
        assertThat(plan(true, true).processes())
                .allSatisfy(child -> assertThat(child.command()).noneMatch(word -> word.contains("secret-word")));
    }
}
