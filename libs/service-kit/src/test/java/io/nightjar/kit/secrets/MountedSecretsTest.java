// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.kit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory as the kubelet fills it: files are links through {@code ..data}, which is exchanged in one step. */
class MountedSecretsTest {

    @TempDir
    Path folder;

    private Path mount;

    @BeforeEach
    void mount() throws IOException {
        mount = Files.createDirectory(folder.resolve("mount"));
    }

    private Secrets secrets(Map<String, String> environment) {
        return Secrets.of(Home.open(folder.resolve("home")), environment, Optional.of(mount));
    }

    /** What the kubelet does when a secret changes. */
    private void exchange(String version, Map<String, String> files) throws IOException {
        var data = Files.createDirectory(mount.resolve(".." + version));
        for (var file : files.entrySet()) {
            Files.writeString(data.resolve(file.getKey()), file.getValue());
            var link = mount.resolve(file.getKey());
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("..data", file.getKey()));
            }
        }
        var fresh = Files.createSymbolicLink(mount.resolve("..data_tmp"), data.getFileName());
        Files.move(fresh, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void filesAreNamedByTheReferenceAndReadAgainWhenTheMountIsExchanged() throws IOException {
        var gate = Specs.camera("gate", Vendor.GENERIC, "rtsp://10.0.0.9/live", null, "front-door");
        var secrets = secrets(Map.of());
        assertThat(secrets.of(gate)).isEmpty();

        exchange("1", Map.of("FRONT_DOOR_USERNAME", "u", "FRONT_DOOR_PASSWORD", "canary-1\n"));
        assertThat(secrets.of(gate)).contains(new Credentials("u", "canary-1"));

        var before = secrets.revision();
        exchange("2", Map.of("FRONT_DOOR_USERNAME", "u", "FRONT_DOOR_PASSWORD", " canary-2 "));
        assertThat(secrets.revision()).isNotEqualTo(before);
        assertThat(secrets.of(gate)).contains(new Credentials("u", " canary-2 "));
    }

    @Test
    void namesOfTheEnvironmentServeAsFileNamesAndTheEnvironmentGoesFirst() throws IOException {
        exchange("1", Map.of("REOLINK_USERNAME", "mounted", "REOLINK_PASSWORD", "canary"));
        var yard = Specs.camera("yard", Vendor.REOLINK);

        assertThat(secrets(Map.of()).of(yard).map(Credentials::username)).contains("mounted");
        assertThat(secrets(Map.of("REOLINK_USERNAME", "set", "REOLINK_PASSWORD", "canary"))
                        .of(yard)
                        .map(Credentials::username))
                .contains("set");
    }

    @Test
    void mountedSecretsGoBeforeTheFile() throws IOException {
        var gate = Specs.camera("gate", Vendor.GENERIC, "rtsp://10.0.0.9/live", null, "camera:gate");
        SecretsFile.of(Home.open(folder.resolve("home"))).put("camera:gate", new Credentials("stored", "canary"));

        assertThat(secrets(Map.of()).of(gate).map(Credentials::username)).contains("stored");
        exchange("1", Map.of("CAMERA_GATE_USERNAME", "mounted", "CAMERA_GATE_PASSWORD", "canary"));
        assertThat(secrets(Map.of()).of(gate).map(Credentials::username)).contains("mounted");
    }

    @Test
    void aMountThatIsNotThereHoldsNothing() throws IOException {
        Files.delete(mount);

        assertThat(secrets(Map.of()).of(Specs.camera("yard", Vendor.REOLINK))).isEmpty();
        assertThat(secrets(Map.of()).revision()).isNotEmpty();
    }

    @Test
    void noNameLeadsOutOfTheDirectory() throws IOException {
        Files.writeString(folder.resolve("outside"), "canary");

        assertThat(new MountedSecrets(mount).value("../outside")).isEmpty();
    }
}
