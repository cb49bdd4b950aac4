// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the log says of an edited camera. */
class SpecChangesTest {

    private static CameraSpec camera(String fields) {
        return CamerasFile.parse("version: 1\ncameras: [{id: gate, " + fields + "}]", Origin.FILE)
                .cameras()
                .getFirst();
    }

    private static List<String> between(String before, String after) {
        return SpecChanges.between(camera(before), camera(after));
    }

    @Test
    void everyChangedKeyIsNamedWithItsOldAndItsNewValue() {
        assertThat(between(
                        "name: Gate, streams: {main: {url: 'rtsp://10.0.0.9/a', transport: tcp}}",
                        "name: Front gate, hidden: true, streams: {main: {url: 'rtsp://10.0.0.9/a', transport: udp}}"))
                .containsExactly("hidden:false->true", "name:Gate->Front_gate", "streams.main.transport:tcp->udp");
    }

    @Test
    void whatCameAndWhatWentIsNamedToo() {
        assertThat(between(
                        "streams: {main: {url: 'rtsp://10.0.0.9/a'}}",
                        "host: 10.0.0.9, streams: {main: {url: 'rtsp://10.0.0.9/a'}}"))
                .containsExactly("host:none->10.0.0.9");
    }

    @Test
    void ofAnAddressOnlyTheHostIsShownSinceAPathMayBeASecret() {
        assertThat(between(
                        "streams: {main: {url: 'rtsp://10.0.0.1:7447/canary'}}",
                        "streams: {main: {url: 'rtsp://10.0.0.1:7447/canary2'}}"))
                .containsExactly("streams.main.url:changed");
        assertThat(between(
                        "streams: {main: {url: 'rtsp://10.0.0.1:7447/canary'}}",
                        "streams: {main: {url: 'rtsp://10.0.0.2:7447/canary?profile=canary'}}"))
                .containsExactly("streams.main.url:rtsp://10.0.0.1:7447/...->rtsp://10.0.0.2:7447/...");
    }

    @Test
    void settingsThatAreNamedLikeSecretsAreNotShown() {
        assertThat(SpecChanges.between(
                        Map.of("camera", Map.of("password", "canary-1")),
                        Map.of("camera", Map.of("password", "canary-2"))))
                .containsExactly("camera.password:changed");
    }

    @Test
    void settingsOfAHeadAreNamed() {
        var camera = "capabilities: [streaming, ptz], streams: {main: {url: 'rtsp://10.0.0.9/a'}}";
        assertThat(between(camera, "ptz: {invertPan: true, homeAfterSeconds: 60}, " + camera))
                .containsExactly("ptz.homeAfterSeconds:none->60", "ptz.invertPan:none->true");
    }

    @Test
    void aNameCannotForgeALineOfTheLog() {
        var stream = "streams: {main: {url: 'rtsp://10.0.0.9/a'}}";
        assertThat(between("name: a, " + stream, "name: \"b\\nINFO forged\", " + stream))
                .containsExactly("name:a->b_INFO_forged");
    }

    @Test
    void theOrderOfASetIsNoChange() {
        var stream = "streams: {main: {url: 'rtsp://10.0.0.9/a'}}";
        assertThat(between("capabilities: [ptz, streaming], " + stream, "capabilities: [streaming, ptz], " + stream))
                .isEmpty();
    }
}
