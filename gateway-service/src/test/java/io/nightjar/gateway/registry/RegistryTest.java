// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.Cameras;
import io.nightjar.gateway.TestHome;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.kit.secrets.SecretsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final Optional<Credentials> SECRET = Optional.of(new Credentials("u", "canary"));

    @TempDir
    Path folder;

    private Registry registry(Path... files) {
        var home = TestHome.in(folder);
        return new Registry(home, List.of(files), new Secrets(SecretsFile.of(home), Map.of()));
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

    @Test
    void everyCamerasFileOfAFolderCountsAndFilesMayComeAndGo() throws IOException {
        var many = Files.createDirectory(folder.resolve("many"));
        file("many/a.yaml", camera("gate", ""));
        Files.writeString(many.resolve("notes.txt"), "not a cameras file");
        Files.writeString(many.resolve("reolink.json"), "{\"rtsp\": {\"port\": 554}}");
        var registry = registry(many);
        assertThat(registry.snapshot().cameras()).containsOnlyKeys(CameraId.of("gate"));
        Files.writeString(
                many.resolve("b.json"),
                "{\"version\": 1, \"cameras\": [{\"id\": \"yard\", \"streams\": {\"main\": \"rtsp://10.0.0.9/yard\"}}]}");
        registry.reloadIfChanged();
        assertThat(registry.snapshot().cameras()).hasSize(2);
        Files.delete(many.resolve("a.yaml"));
        registry.reloadIfChanged();
        assertThat(registry.snapshot().cameras()).containsOnlyKeys(CameraId.of("yard"));
        assertThat(registry.snapshot().problems()).isEmpty();
    }

    @Test
    void filesBesideAFileOfCamerasAreWatchedWithIt() throws IOException {
        var cameras = Files.writeString(folder.resolve("cameras.json"), "{\"version\": 1, \"cameras\": []}");
        var files = new OperatorFiles(List.of(cameras));
        assertThat(files.watched()).doesNotContain(folder.resolve("reolink.json"));
        var beside = Files.writeString(folder.resolve("reolink.json"), "{}");
        assertThat(files.watched()).contains(cameras, beside);
        assertThat(files.read()).hasSize(1);
    }

    @Test
    void aCameraWithoutTheUserItNeedsIsAProblemUntilThereIsOne() throws IOException {
        var path = file("one.yaml", "{id: yard, vendor: reolink, host: 10.0.0.9}");
        var registry = registry(path);
        assertThat(registry.snapshot().problems())
                .singleElement()
                .asString()
                .contains("Camera yard needs a user and a password", "REOLINK_USERNAME with REOLINK_PASSWORD");
        file("one.yaml", "{id: yard, vendor: reolink, host: 10.0.0.9, credentials: {username: u, password: canary}}");
        registry.reloadIfChanged();
        assertThat(registry.snapshot().problems()).isEmpty();
    }

    @Test
    void devicesOfTheApiSurviveARestartAndLendTheirCredentials() throws IOException {
        var registry = registry();
        new Devices(registry).create(console("house"), SECRET);
        assertThat(secret("device:house")).isEqualTo(SECRET);
        var restarted = registry();
        assertThat(restarted.snapshot().find(new DeviceId("house"))).get().satisfies(device -> {
            assertThat(device.credentialRef()).isEqualTo("device:house");
            assertThat(device.host()).isEqualTo("10.0.0.1");
        });
        assertThat(restarted.snapshot().origin(new DeviceId("house"))).isEqualTo(Origin.API);
        assertThat(restarted.snapshot().problems()).isEmpty();
        assertThat(Files.readString(folder.resolve("home/config/cameras.d/device.house.yaml")))
                .doesNotContain("canary");
    }

    @Test
    void aDeviceThatCamerasHangOnStays() throws IOException {
        var registry = registry(file("one.yaml", camera("hall", ", vendor: unifi, device: house")));
        assertThat(registry.snapshot().problems()).anyMatch(problem -> problem.startsWith("Camera hall, device"));
        var devices = new Devices(registry);
        devices.create(console("house"), SECRET);
        assertThat(registry.snapshot().problems()).isEmpty();
        assertThatThrownBy(() -> devices.delete(new DeviceId("house"))).hasMessageContaining("still used by hall");
        assertThatThrownBy(() -> devices.create(console("HOUSE"), Optional.empty()))
                .hasMessageContaining("already");
        file("one.yaml", camera("hall", ""));
        registry.reloadIfChanged();
        devices.delete(new DeviceId("house"));
        assertThat(registry.snapshot().devices()).isEmpty();
        assertThat(secret("device:house")).isEmpty();
    }

    @Test
    void devicesOfAFileAreNotChangedByTheApi() throws IOException {
        var path = Files.writeString(
                folder.resolve("one.yaml"),
                "version: 1\ndevices: [{id: house, vendor: unifi, host: 10.0.0.1}]\ncameras:\n  - "
                        + camera("gate", ""));
        var devices = new Devices(registry(path));
        assertThatThrownBy(() -> devices.delete(new DeviceId("house")))
                .hasMessageContaining("defined in a cameras file");
        assertThatThrownBy(() -> devices.update(console("house"), new CredentialsChange.Keep()))
                .hasMessageContaining("defined in a cameras file");
        assertThatThrownBy(() -> devices.create(console("house"), Optional.empty()))
                .hasMessageContaining("already");
    }

    private static DeviceSpec console(String id) {
        return new DeviceSpec(new DeviceId(id), Vendor.UNIFI, "10.0.0.1", null, null);
    }
}
