// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.kit.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A credential that is not there is a sentence with the names that were looked for, and never part of an address. */
class MissingSecretsTest {

    @TempDir
    Path folder;

    private Secrets secrets(Map<String, String> environment) {
        return new Secrets(SecretsFile.of(Home.open(folder.resolve("home"))), environment);
    }

    private Optional<String> missing(CameraSpec camera) {
        return secrets(Map.of()).missing(camera, Optional.empty());
    }

    @Test
    void theSentenceNamesEveryVariableThatWouldHaveHelped() {
        assertThat(missing(Specs.camera("T8416P01", Vendor.EUFY)).orElseThrow())
                .contains("Camera T8416P01", "NIGHTJAR_CAMERA_T8416P01_USERNAME with NIGHTJAR_CAMERA_T8416P01_PASSWORD")
                .contains("EUFY_CAMERA_T8416P01_USERNAME with EUFY_CAMERA_T8416P01_PASSWORD")
                .doesNotContain("null");
        assertThat(missing(Specs.camera("yard", Vendor.REOLINK)).orElseThrow()).contains("REOLINK_USERNAME");
        assertThat(missing(Specs.camera("lobby", Vendor.AMCREST)).orElseThrow())
                .contains("LOBBY_USERNAME with LOBBY_PASSWORD, AMCREST_USERNAME with AMCREST_PASSWORD");
        assertThat(missing(Specs.camera("hall", Vendor.UNIFI)).orElseThrow())
                .contains("CAMERA_hall_TOKEN_ALIAS", "PROTECT_USERNAME with PROTECT_SERVER_PASSWORD");
    }

    @Test
    void halfAPairIsMissingToo() {
        assertThat(secrets(Map.of("REOLINK_USERNAME", "canary"))
                        .missing(Specs.camera("yard", Vendor.REOLINK), Optional.empty())
                        .orElseThrow())
                .contains("REOLINK_PASSWORD")
                .doesNotContain("canary");
    }

    @Test
    void anAddressThatSomebodyWroteMayNeedNobody() {
        assertThat(missing(Specs.camera("gate", Vendor.GENERIC, "rtsp://10.0.0.9/live", null, null)))
                .isEmpty();
        assertThat(missing(Specs.camera("gate", Vendor.REOLINK, "rtsp://10.0.0.9/live", null, null)))
                .isEmpty();
        assertThat(missing(
                        Specs.camera("gate", Vendor.GENERIC, "rtmp://10.0.0.9/a?user={user}&p={password}", null, null)))
                .isPresent();
        assertThat(missing(Specs.camera("gate", Vendor.GENERIC, "rtsp://10.0.0.9/{alias}", null, null))
                        .orElseThrow())
                .contains("NIGHTJAR_CAMERA_GATE_ALIAS");
    }

    @Test
    void aReferenceThatLeadsNowhereIsSaid() {
        assertThat(missing(Specs.camera("gate", Vendor.GENERIC, "rtsp://10.0.0.9/live", null, "garage"))
                        .orElseThrow())
                .contains("GARAGE_USERNAME with GARAGE_PASSWORD");
    }

    @Test
    void aUnifiCameraNeedsItsAliasOrItsConsole() {
        var hall = Specs.camera("hall", Vendor.UNIFI);
        var console = Optional.of(Specs.device("house", Vendor.UNIFI));

        assertThat(secrets(Map.of("CAMERA_HALL_TOKEN_ALIAS", "canary")).missing(hall, console))
                .isEmpty();
        assertThat(secrets(Map.of("PROTECT_USERNAME", "u", "PROTECT_SERVER_PASSWORD", "canary"))
                        .missing(hall, console))
                .isEmpty();
        assertThat(secrets(Map.of("PROTECT_API_KEY", "canary")).missing(hall, console))
                .isEmpty();
        assertThat(secrets(Map.of()).missing(hall, console).orElseThrow()).contains("NIGHTJAR_DEVICE_HOUSE_USERNAME");
    }

    @Test
    void consolesAndBridgesNeedAUserEach() {
        var bridge = Specs.device("bridge", Vendor.EUFY);

        assertThat(secrets(Map.of()).missing(bridge).orElseThrow())
                .contains("Device bridge", "EUFY_BRIDGE_USERNAME with EUFY_BRIDGE_PASSWORD");
        assertThat(secrets(Map.of("EUFY_BRIDGE_USERNAME", "u", "EUFY_BRIDGE_PASSWORD", "p"))
                        .missing(bridge))
                .isEmpty();
        assertThat(secrets(Map.of())
                        .missing(Specs.device("house", Vendor.UNIFI))
                        .orElseThrow())
                .contains("PROTECT_API_KEY");
        assertThat(secrets(Map.of("PROTECT_API_KEY", "k")).missing(Specs.device("house", Vendor.UNIFI)))
                .isEmpty();
    }
}
