// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnifiAliasTest {

    private static final String CAMERA =
            "\"type\":\"unifi\",\"protect_host\":\"10.0.0.9\",\"camera_id\":\"cafe\",\"rtsp_alias\":\"PLACEHOLDER\"";

    @Test
    void aPlaceholderIsLookedForWhereItsNameSays() {
        var set = Samples.context(Map.of("CAMERA_G5_TOKEN_ALIAS", "canary"), Map.of());

        assertThat(Samples.camera("G5", CAMERA, set).problems()).isEmpty();
        assertThat(Samples.sentences(Samples.camera("G5", CAMERA)))
                .containsExactly(
                        "Camera G5, rtsp_alias: stands for the environment variable CAMERA_G5_TOKEN_ALIAS, which"
                                + " is not set; set it, or give the console a user so that it can be asked for the alias.");
    }

    @Test
    void itsIdAtTheConsoleNamesTheVariableToo() {
        var set = Samples.context(Map.of("CAMERA_cafe_TOKEN_ALIAS", "canary"), Map.of());

        assertThat(Samples.camera("G5", CAMERA, set).problems()).isEmpty();
    }

    @Test
    void portsMayBeTexts() {
        for (var port : new String[] {"7447", "\"7447\""}) {
            var imported = Samples.camera("G5", CAMERA + ",\"protect_port\":" + port);
            assertThat(Samples.spec(imported, "G5").ports()).containsEntry("rtsp", 7447);
        }
    }

    @Test
    void anEncryptedModeNamesTheEncryptedAddressWithoutTheAlias() {
        var imported = Samples.camera("G5", CAMERA + ",\"stream_mode\":\"rtsps_transcode\"");

        var stream = Samples.spec(imported, "G5").streams().get(Role.MAIN);
        assertThat(stream.url()).isEqualTo("rtsps://10.0.0.9:7441/{alias}");
        assertThat(stream.video())
                .hasToString("Encode[width=null, height=null, fps=null, bitrateKbps=null,"
                        + " keyFrameSeconds=1.0, encoder=AUTO]");
    }
}
