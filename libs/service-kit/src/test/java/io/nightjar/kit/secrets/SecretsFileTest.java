// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.kit.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    private static final Credentials SECRET = new Credentials("admin", "canary");

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void openHome() {
        home = Home.open(folder.resolve("home"));
    }

    @Test
    void whatOneProcessWritesAnotherReads() {
        SecretsFile.of(home).put("gate", SECRET);

        assertThat(SecretsFile.of(home).find("gate")).contains(SECRET);
        assertThat(SecretsFile.of(home).find("yard")).isEmpty();
    }

    @Test
    void nothingReadableIsOnDiskAndOnlyTheOwnerMayLook() throws Exception {
        SecretsFile.of(home).put("gate", SECRET);

        for (var file :
                new Path[] {home.config().resolve("secrets.json"), home.keys().resolve("master.key")}) {
            assertThat(Files.readString(file)).doesNotContain("canary", "admin");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anEntryMovedToAnotherNameDoesNotOpen() throws Exception {
        SecretsFile.of(home).put("gate", SECRET);
        var file = home.config().resolve("secrets.json");

        Files.writeString(file, Files.readString(file).replace("gate", "yard"));

        assertThat(SecretsFile.of(home).find("yard")).isEmpty();
    }

    @Test
    void anotherHomesKeyOpensNothing() throws Exception {
        SecretsFile.of(home).put("gate", SECRET);
        Files.delete(home.keys().resolve("master.key"));

        assertThat(SecretsFile.of(home).find("gate")).isEmpty();
        SecretsFile.of(home).put("yard", SECRET);
        assertThat(SecretsFile.of(home).find("gate")).isEmpty();
        assertThat(SecretsFile.of(home).find("yard")).contains(SECRET);
    }

    @Test
    void removalAndRevisionFollowTheFile() {
        var secrets = SecretsFile.of(home);
        assertThat(secrets.revision()).isEqualTo("none");
        secrets.putAll(Map.of("gate", SECRET, "yard", SECRET));
        var before = secrets.revision();

        secrets.remove("gate");

        assertThat(secrets.revision()).isNotEqualTo(before);
        assertThat(secrets.find("gate")).isEmpty();
        assertThat(secrets.find("yard")).contains(SECRET);
    }

    @Test
    void namedSecretsAreKeptAndHiddenLikePasswords() throws Exception {
        var secret = new Credentials("admin", "canary", Map.of("alias", "canary-alias", "apiKey", "canary-key"));
        SecretsFile.of(home).put("hall", secret);

        assertThat(SecretsFile.of(home).find("hall")).contains(secret);
        assertThat(Files.readString(home.config().resolve("secrets.json"))).doesNotContain("canary");
    }

    @Test
    void anEntryOfAnEarlierVersionHasNoNamedSecretsAndStillOpens() throws Exception {
        Files.writeString(home.keys().resolve("master.key"), "\"" + "01".repeat(32) + "\"");
        var cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                javax.crypto.Cipher.ENCRYPT_MODE,
                new SecretKeySpec(HexFormat.of().parseHex("01".repeat(32)), "AES"),
                new GCMParameterSpec(128, new byte[12]));
        cipher.updateAAD("gate".getBytes(UTF_8));
        var sealed = Base64.getEncoder()
                .encodeToString(cipher.doFinal("{\"username\":\"admin\",\"password\":\"canary\"}".getBytes(UTF_8)));
        Files.writeString(
                home.config().resolve("secrets.json"),
                "{\"version\":1,\"secrets\":{\"gate\":{\"nonce\":\"AAAAAAAAAAAAAAAA\",\"data\":\"" + sealed + "\"}}}");

        assertThat(SecretsFile.of(home).find("gate")).contains(SECRET);
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() {
        var file = SecretsFile.of(home);
        file.put("gate-1", SECRET);
        var fromFile = new Secrets(file, Map.of());
        var fromEnvironment = new Secrets(
                file, Map.of("NIGHTJAR_CAMERA_GATE_1_USERNAME", "u", "NIGHTJAR_CAMERA_GATE_1_PASSWORD", "p"));

        assertThat(fromFile.of(camera())).contains(SECRET);
        assertThat(fromEnvironment.of(camera())).contains(new Credentials("u", "p"));
    }

    private static CameraSpec camera() {
        return CamerasFile.parse(
                        "version: 1\ncameras: [{id: gate-1, credentialRef: gate-1, streams: {main: \"rtsp://cam/a\"}}]",
                        Origin.FILE)
                .cameras()
                .getFirst();
    }
}
