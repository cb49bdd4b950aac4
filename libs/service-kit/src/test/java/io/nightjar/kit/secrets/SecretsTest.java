// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.kit.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far each name reaches, vendor by vendor, and what goes before what. */
class SecretsTest {

    @TempDir
    Path folder;

    private SecretsFile file;

    @BeforeEach
    void openFile() {
        file = SecretsFile.of(Home.open(folder.resolve("home")));
    }

    private Secrets secrets(Map<String, String> environment) {
        return new Secrets(file, environment);
    }

    private Optional<Credentials> found(CameraSpec camera, Map<String, String> environment) {
        return secrets(environment).of(camera);
    }

    @Test
    void anyCameraHasNamesOfItsOwn() {
        var environment = Map.of("NIGHTJAR_CAMERA_GATE_1_USERNAME", "u", "NIGHTJAR_CAMERA_GATE_1_PASSWORD", "canary");

        assertThat(found(Specs.camera("gate-1", Vendor.GENERIC), environment)).contains(new Credentials("u", "canary"));
        assertThat(found(Specs.camera("gate-2", Vendor.GENERIC), environment)).isEmpty();
    }

    @Test
    void everyEufyCameraHasItsOwnUser() {
        var environment = Map.of(
                "EUFY_CAMERA_T8416P01_USERNAME", "one",
                "EUFY_CAMERA_T8416P01_PASSWORD", "canary-1",
                "EUFY_CAMERA_T8419P02_USERNAME", "two",
                "EUFY_CAMERA_T8419P02_PASSWORD", "canary-2");

        assertThat(found(Specs.camera("T8416P01", Vendor.EUFY), environment))
                .contains(new Credentials("one", "canary-1"));
        assertThat(found(Specs.camera("yard", Vendor.EUFY, "T8419P02"), environment))
                .contains(new Credentials("two", "canary-2"));
        assertThat(found(Specs.camera("shed", Vendor.EUFY), environment)).isEmpty();
        assertThat(found(Specs.camera("T8416P01", Vendor.REOLINK), environment)).isEmpty();
    }

    @Test
    void aBridgesCloudAccountIsNeverSentToACamera() {
        var bridge = Specs.device("bridge", Vendor.EUFY, "device:bridge");
        file.put("device:bridge", new Credentials("cloud-in-file", "canary"));
        var secrets = secrets(Map.of("EUFY_BRIDGE_USERNAME", "cloud", "EUFY_BRIDGE_PASSWORD", "canary"));

        assertThat(secrets.of(bridge)).contains(new Credentials("cloud", "canary"));
        assertThat(secrets.of(Specs.camera("yard", Vendor.EUFY), Optional.of(bridge)))
                .isEmpty();
    }

    @Test
    void aUnifiConsoleIsSharedByItsCamerasAndEachHasItsAlias() {
        var environment = Map.of(
                "PROTECT_USERNAME", "local",
                "PROTECT_SERVER_PASSWORD", "canary",
                "PROTECT_API_KEY", "canary-key",
                "CAMERA_0123456789abcdef01234567_TOKEN_ALIAS", "canary-alias",
                "CAMERA_HALL_TOKEN_ALIAS", "canary-hall",
                "CAMERA_HALL_TOKEN_ALIAS_SUB", "canary-hall-sub");
        var console = Optional.of(Specs.device("house", Vendor.UNIFI));
        var secrets = secrets(environment);

        assertThat(secrets.of(console.get()))
                .contains(new Credentials("local", "canary", Map.of("apiKey", "canary-key")));
        assertThat(secrets.of(Specs.camera("flex", Vendor.UNIFI, "0123456789abcdef01234567"), console))
                .contains(new Credentials("local", "canary", Map.of("apiKey", "canary-key", "alias", "canary-alias")));
        assertThat(secrets.of(Specs.camera("hall", Vendor.UNIFI), console).orElseThrow())
                .satisfies(found -> {
                    assertThat(found.secret("alias")).contains("canary-hall");
                    assertThat(found.secret("alias.sub")).contains("canary-hall-sub");
                });
    }

    @Test
    void twoConsolesAreToldApart() {
        var secrets = secrets(Map.of(
                "NIGHTJAR_DEVICE_BARN_USERNAME", "barn",
                "NIGHTJAR_DEVICE_BARN_PASSWORD", "canary",
                "PROTECT_USERNAME", "local",
                "PROTECT_SERVER_PASSWORD", "canary"));

        assertThat(secrets.of(Specs.device("barn", Vendor.UNIFI)).map(Credentials::username))
                .contains("barn");
        assertThat(secrets.of(Specs.device("house", Vendor.UNIFI)).map(Credentials::username))
                .contains("local");
    }

    @Test
    void anAliasAloneIsFoundWithoutAUser() {
        assertThat(found(Specs.camera("hall", Vendor.UNIFI), Map.of("CAMERA_hall_TOKEN_ALIAS", "canary")))
                .contains(new Credentials("", "", Map.of("alias", "canary")));
    }

    @Test
    void aTokenIsAPasswordWithoutAUser() {
        file.put("camera:gate", new Credentials("", "canary"));
        var camera = Specs.camera("gate", Vendor.GENERIC, "http://10.0.0.9/a?token={password}", null, "camera:gate");

        assertThat(found(camera, Map.of())).contains(new Credentials("", "canary"));
        assertThat(secrets(Map.of()).missing(camera, Optional.empty())).isEmpty();
    }

    @Test
    void whatIsEnteredStandsInForWhatTheFileHolds() {
        file.put("camera:gate", new Credentials("old", "canary"));
        var camera = Specs.camera("gate", Vendor.GENERIC, null, null, "camera:gate");
        var entered = Optional.of(new Credentials("new", "canary-2"));

        assertThat(secrets(Map.of()).of(camera, Optional.empty(), entered)).isEqualTo(entered);
        assertThat(secrets(Map.of()).of(camera, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(secrets(Map.of("CAMERA_GATE_USERNAME", "u", "CAMERA_GATE_PASSWORD", "canary-3"))
                        .of(camera, Optional.empty(), entered))
                .contains(new Credentials("u", "canary-3"));
    }

    @Test
    void idsThatTheEnvironmentWritesAlikeShareTheirNames() {
        var gate = Specs.camera("front-gate", Vendor.GENERIC);

        assertThat(Secrets.shareNames(gate, Specs.camera("FRONT_gate", Vendor.REOLINK)))
                .isTrue();
        assertThat(Secrets.shareNames(gate, Specs.camera("back-gate", Vendor.GENERIC)))
                .isFalse();
        assertThat(Secrets.shareNames(
                        Specs.camera("a", Vendor.EUFY, "T8416P01"), Specs.camera("b", Vendor.EUFY, "T8416P01")))
                .isTrue();
        assertThat(Secrets.shareNames(Specs.camera("a", Vendor.REOLINK, "1"), Specs.camera("b", Vendor.REOLINK, "1")))
                .isFalse();
    }

    @Test
    void reolinkCamerasShareOneUserAndMayHaveAnotherForSnapshots() {
        var stream = Map.of("REOLINK_USERNAME", "admin", "REOLINK_PASSWORD", "can)#ary");
        var both = Map.of(
                "REOLINK_USERNAME", "admin",
                "REOLINK_PASSWORD", "can)#ary",
                "REOLINK_API_USER", "snap",
                "REOLINK_API_PASSWORD", "canary");
        var half = Map.of("REOLINK_USERNAME", "admin", "REOLINK_PASSWORD", "can)#ary", "REOLINK_API_USER", "snap");

        assertThat(found(Specs.camera("office", Vendor.REOLINK), stream))
                .contains(new Credentials("admin", "can)#ary"));
        assertThat(found(Specs.camera("yard", Vendor.REOLINK), both))
                .contains(new Credentials("admin", "can)#ary", Map.of("apiUser", "snap", "apiPassword", "canary")));
        assertThat(found(Specs.camera("yard", Vendor.REOLINK), half)).contains(new Credentials("admin", "can)#ary"));
        assertThat(found(Specs.camera("yard", Vendor.AMCREST), both)).isEmpty();
    }

    @Test
    void anAmcrestCameraFallsBackToTheUserOfAll() {
        var environment = Map.of(
                "LOBBY_2_USERNAME", "lobby",
                "LOBBY_2_PASSWORD", "canary-1",
                "AMCREST_USERNAME", "all",
                "AMCREST_PASSWORD", "canary-2");

        assertThat(found(Specs.camera("lobby-2", Vendor.AMCREST), environment))
                .contains(new Credentials("lobby", "canary-1"));
        assertThat(found(Specs.camera("porch", Vendor.AMCREST), environment))
                .contains(new Credentials("all", "canary-2"));
        assertThat(found(Specs.camera("lobby-2", Vendor.GENERIC), environment)).isEmpty();
    }

    @Test
    void whatWasEnteredForOneCameraGoesBeforeWhatItsVendorShares() {
        file.put("camera:yard", new Credentials("own", "canary"));
        var shared = Map.of("REOLINK_USERNAME", "admin", "REOLINK_PASSWORD", "canary");
        var own = Map.of("NIGHTJAR_CAMERA_YARD_USERNAME", "set", "NIGHTJAR_CAMERA_YARD_PASSWORD", "canary");
        var yard = Specs.camera("yard", Vendor.REOLINK, null, null, "camera:yard");

        assertThat(found(yard, shared).map(Credentials::username)).contains("own");
        assertThat(found(yard, own).map(Credentials::username)).contains("set");
    }

    @Test
    void halfAPairIsNoUser() {
        assertThat(found(Specs.camera("yard", Vendor.REOLINK), Map.of("REOLINK_USERNAME", "admin")))
                .isEmpty();
        assertThat(found(
                        Specs.camera("yard", Vendor.REOLINK),
                        Map.of("REOLINK_USERNAME", "", "REOLINK_PASSWORD", "canary")))
                .isEmpty();
        assertThat(found(
                        Specs.camera("yard", Vendor.REOLINK),
                        Map.of("REOLINK_USERNAME", "admin", "REOLINK_PASSWORD", "")))
                .contains(new Credentials("admin", ""));
    }

    @Test
    void aCameraBehindADeviceIsReachedWithTheDevicesUser() {
        file.put("device:nvr", new Credentials("nvr", "canary"));
        var nvr = Optional.of(Specs.device("nvr", Vendor.REOLINK, "device:nvr"));

        assertThat(secrets(Map.of()).of(Specs.camera("yard", Vendor.REOLINK, "2"), nvr))
                .contains(new Credentials("nvr", "canary"));
    }

    @Test
    void noTextFormShowsASecret() {
        var found = found(
                        Specs.camera("yard", Vendor.REOLINK),
                        Map.of("REOLINK_USERNAME", "canary-user", "REOLINK_PASSWORD", "canary"))
                .orElseThrow();

        assertThat(found.toString()).doesNotContain("canary");
    }
}
