// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.Cameras;
import io.nightjar.gateway.TestHome;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.SecretsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final Optional<Credentials> SECRET = Optional.of(new Credentials("u", "canary"));

    @TempDir
    Path folder;

    private Registry registry(Path... files) {
        return new Registry(TestHome.in(folder), List.of(files));
    }

    private Path file(String name, String... cameras) throws IOException {
        var text = new StringBuilder("version: 1\ncameras:\n");
        for (var camera : cameras) {
            text.append("  - ").append(camera).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static String camera(String id, String more) {
        return "{id: " + id + more + ", streams: {main: {url: 'rtsp://10.0.0.9/" + id + "'}}}";
    }

    private Optional<Credentials> secret(String reference) {
        return SecretsFile.of(TestHome.in(folder)).find(reference);
    }

    @Test
    void aBrokenFileAndABrokenCameraCostThemselvesOnly() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.yaml"), "cameras: [ {id: lost\npassword: canary");
        var good = file("good.yaml", camera("gate", ""), camera("bad", ", vendor: nobody"), camera("yard", ""));
        var registry = registry(broken, good, folder.resolve("absent.yaml"));
        assertThat(registry.snapshot().cameras()).containsOnlyKeys(CameraId.of("gate"), CameraId.of("yard"));
        assertThat(registry.snapshot().problems())
                .anyMatch(problem -> problem.contains("broken.yaml"))
                .anyMatch(problem -> problem.contains("absent.yaml"))
                .anyMatch(problem -> problem.startsWith("Camera bad, vendor"))
                .noneMatch(problem -> problem.contains("canary"));
    }

    @Test
    void idsAreUniqueIgnoringCaseAcrossFiles() throws IOException {
        var registry = registry(file("one.yaml", camera("Gate", "")), file("two.yaml", camera("gate", "")));
        assertThat(registry.snapshot().cameras()).containsOnlyKeys(CameraId.of("Gate"));
        assertThat(registry.snapshot().problems()).anyMatch(problem -> problem.contains("gate is defined twice"));
        assertThatThrownBy(() -> registry.create(Cameras.of("GATE", Origin.API, false), Optional.empty()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("already");
    }

    @Test
    void camerasOfAFileAreNotChangedByTheApi() throws IOException {
        var registry = registry(file("one.yaml", camera("gate", "")));
        assertThatThrownBy(() -> registry.delete(CameraId.of("gate")))
                .hasMessageContaining("defined in a cameras file");
        assertThatThrownBy(() -> registry.update(Cameras.of("gate", Origin.API, false), new CredentialsChange.Keep()))
                .hasMessageContaining("defined in a cameras file");
    }

    @Test
    void camerasOfTheApiSurviveARestartAndTheirFilesHoldNoSecret() throws IOException {
        registry().create(Cameras.of("shed", Origin.API, false), SECRET);
        var restarted = registry();
        assertThat(restarted.find(CameraId.of("shed"))).get().satisfies(shed -> {
            assertThat(shed.origin()).isEqualTo(Origin.API);
            assertThat(shed.credentialRef()).isEqualTo("camera:shed");
        });
        assertThat(secret("camera:shed")).isEqualTo(SECRET);
        assertThat(Files.readString(folder.resolve("home/config/cameras.d/shed.yaml")))
                .doesNotContain("canary");
        assertThat(Files.readString(folder.resolve("home/config/secrets.json"))).doesNotContain("canary");
    }

    @Test
    void credentialsAreKeptReplacedOrTakenAwayAndLeaveWithTheirCamera() {
        var registry = registry();
        var id = CameraId.of("shed");
        var shed = Cameras.of("shed", Origin.API, false);
        registry.create(shed, SECRET);
        registry.update(shed, new CredentialsChange.Keep());
        assertThat(registry.find(id).map(CameraSpec::credentialRef)).contains("camera:shed");
        registry.update(shed, new CredentialsChange.Replace(Optional.empty()));
        assertThat(registry.find(id).map(CameraSpec::credentialRef)).isEmpty();
        assertThat(secret("camera:shed")).isEmpty();
        registry.update(shed, new CredentialsChange.Replace(SECRET));
        registry.delete(id);
        assertThat(secret("camera:shed")).isEmpty();
        registry.create(shed, Optional.empty());
        assertThat(registry.find(id).map(CameraSpec::credentialRef)).isEmpty();
    }

    @Test
    void credentialsOfAFileGoToTheSecretsAndLeaveWithTheFile() throws IOException {
        var path = file("one.yaml", camera("gate", ", credentials: {username: u, password: canary}"));
        var registry = registry(path);
        assertThat(registry.find(CameraId.of("gate")).map(CameraSpec::credentialRef))
                .contains("camera:gate");
        assertThat(secret("camera:gate")).isEqualTo(SECRET);
        file("one.yaml", camera("yard", ""));
        registry.reloadIfChanged();
        assertThat(secret("camera:gate")).isEmpty();
    }

    @Test
    void aFileThatIsHalfWrittenKeepsItsCamerasRunning() throws IOException {
        var path = file("one.yaml", camera("gate", ""));
        var registry = registry(path);
        Files.writeString(path, "version: 1\ncameras: [ {id: ga");
        registry.reloadIfChanged();
        assertThat(registry.snapshot().cameras()).containsOnlyKeys(CameraId.of("gate"));
        assertThat(registry.snapshot().problems()).hasSize(1);
        file("one.yaml", camera("gate", ""), camera("yard", ""));
        registry.reloadIfChanged();
        assertThat(registry.snapshot().cameras()).hasSize(2);
        assertThat(registry.snapshot().problems()).isEmpty();
        Files.delete(path);
        registry.reloadIfChanged();
        assertThat(registry.snapshot().cameras()).isEmpty();
    }

    @Test
    void streamsOfAFileAreSwitchedWithoutTouchingTheFileAndStaySwitched() throws IOException {
        var path = file("one.yaml", camera("gate", ""));
        var written = Files.readString(path);
        registry(path).enable(new StreamId(CameraId.of("gate"), Role.MAIN), false);
        assertThat(registry(path)
                        .find(CameraId.of("gate"))
                        .orElseThrow()
                        .streams()
                        .get(Role.MAIN))
                .satisfies(stream -> assertThat(stream.enabled()).isFalse());
        assertThat(Files.readString(path)).isEqualTo(written);
    }

    @Test
    void listenersHearWhatThereIsAndThenEveryChangeOnce() throws IOException {
        var path = file("one.yaml", camera("gate", ""));
        var registry = registry(path);
        var heard = new ArrayList<Integer>();
        registry.listen((before, after) -> heard.add(after.cameras().size()));
        registry.reloadIfChanged();
        registry.create(Cameras.of("shed", Origin.API, false), Optional.empty());
        registry.reloadIfChanged();
        assertThat(heard).containsExactly(1, 2);
    }
}
