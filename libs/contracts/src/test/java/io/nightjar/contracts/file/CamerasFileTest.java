// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static io.nightjar.contracts.file.Parsed.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamerasFileTest {

    private static final String TWO_CAMERAS = """
            version: 1
            devices:
              - {id: console, vendor: UniFi, host: 192.168.1.2, credentials: {username: nvr, password: canary-device}}
            cameras:
              - id: gate
                name: Front gate
                vendor: Generic
                streams:
                  main: {url: "rtsp://admin:canary#1@192.168.1.20/main"}
                  sub: {url: "rtsp://192.168.1.20/sub", transport: UDP}
                capabilities: [Streaming, ptz]
                ptz: {driver: ONVIF, homeAfterSeconds: 60, channel: null}
                __notes: anything
              - id: yard
                host: 192.168.1.21
                vendor: reolink
                credentials: {username: admin, password: 0123}
            """;

    @TempDir
    Path folder;

    @Test
    void aGoodFileGivesCamerasDevicesAndCredentialsApart() {
        var file = CamerasFile.parse(TWO_CAMERAS, Origin.FILE);

        assertThat(file.problems()).isEmpty();
        var gate = file.cameras().getFirst();
        assertThat(gate.name()).isEqualTo("Front gate");
        assertThat(gate.vendor()).isEqualTo(Vendor.GENERIC);
        assertThat(gate.capabilities()).containsExactlyInAnyOrder(Capability.STREAMING, Capability.PTZ);
        assertThat(gate.ptz()).isEqualTo(new PtzSettings(PtzSettings.Driver.ONVIF, null, false, false, 60, null));
        assertThat(gate.streams())
                .containsEntry(Role.MAIN, new StreamSpec("rtsp://192.168.1.20/main", Transport.AUTO, true, true))
                .containsEntry(Role.SUB, new StreamSpec("rtsp://192.168.1.20/sub", Transport.UDP, false, true));
        assertThat(file.credentials())
                .containsEntry("gate", new Credentials("admin", "canary#1"))
                .containsEntry("yard", new Credentials("admin", "0123"))
                .containsEntry("device:console", new Credentials("nvr", "canary-device"));
        assertThat(file.toString()).doesNotContain("canary", "0123");
    }

    @Test
    void aBrokenCameraNeverStopsTheGoodOnes() {
        var file = CamerasFile.parse("""
                version: 1
                cameras:
                  - {}
                  - 12
                  - {id: gate, vendor: reolnk, streams: {main: {url: "rtsp://10.0.0.1/a"}}}
                  - {id: yard, streams: {main: {url: "ftp://10.0.0.1/a"}}}
                  - {id: good, streams: {main: {url: "rtsp://10.0.0.1/a"}}}
                  - {id: GOOD, streams: {main: {url: "rtsp://10.0.0.2/a"}}}
                  - {id: shed, streams: main, hidden: maybe}
                """, Origin.FILE);

        assertThat(file.cameras()).extracting(camera -> camera.id().value()).containsExactly("good");
        assertThat(sentences(file))
                .contains(
                        "Camera 1 (line 3), id: is missing; it must start with a letter or digit and have at most 63"
                                + " letters, digits, '-' and '_'.",
                        "Camera 2: must be an object with id and streams, not a number.",
                        "Camera gate, vendor: \"reolnk\" is not known; did you mean \"reolink\"? (allowed: generic,"
                                + " onvif, reolink, amcrest, eufy, unifi).",
                        "Camera yard, streams.main.url: must begin with rtsp://, rtsps://, rtmp://, rtmps://, http://,"
                                + " https://, srt://, v4l2://, file://, not with ftp.",
                        "Camera GOOD, id: is used twice, upper and lower case being the same; the first one runs.",
                        "Camera shed, streams: must be an object with fields, not a text.",
                        "Camera shed, hidden: must be true or false, not a text (allowed: true, false).");
    }

    @Test
    void aTypoIsReportedAndTheCameraRuns() {
        var file = CamerasFile.parse(
                "{\"version\":1,\"cameras\":[{\"id\":\"gate\",\"hiden\":true,"
                        + "\"streams\":{\"main\":{\"url\":\"rtsp://10.0.0.1/a\",\"on_demand\":true}}}]}",
                Origin.FILE);

        assertThat(file.cameras()).hasSize(1);
        assertThat(sentences(file))
                .anyMatch(text -> text.startsWith(
                        "Camera gate, hiden: is not a known field and is ignored; did you mean \"hidden\"?"))
                .anyMatch(text -> text.startsWith("Camera gate, streams.main.on_demand:")
                        && text.contains("did you mean \"onDemand\"?"));
    }

    @Test
    void aCameraInsideACameraIsFound() {
        var file = CamerasFile.parse("""
                version: 1
                cameras:
                  - id: gate
                    streams: {main: {url: "rtsp://10.0.0.1/a"}}
                    yard:
                      vendor: generic
                      streams: {main: {url: "rtsp://10.0.0.2/a"}}
                """, Origin.FILE);

        assertThat(sentences(file)).singleElement().asString().contains("Camera gate, yard", "inside a camera");
    }

    @Test
    void aFileThatDoesNotParseGivesOneSentenceWithItsPlaceAndNoContent() {
        for (var broken : List.of(
                "{\"version\": 1, \"cameras\": [{\"password\": canary}]",
                "version: 1\ncameras:\n  - id: gate\n   password: canary\n",
                "{\"version\": 1}\n{\"canary\": 1}")) {
            var file = CamerasFile.parse(broken, Origin.FILE);
            assertThat(sentences(file)).singleElement().asString().matches(".*line \\d+, column \\d+.*");
            assertThat(file.toString()).doesNotContain("canary");
        }
    }

    @Test
    void missingEmptyAndCameralessFilesAreToldApart() throws Exception {
        assertThat(sentences(CamerasFile.read(folder.resolve("none.yaml"), Origin.FILE)))
                .singleElement()
                .asString()
                .contains("does not exist");
        var empty = Files.writeString(folder.resolve("empty.yaml"), "\uFEFF  \n");
        assertThat(sentences(CamerasFile.read(empty, Origin.FILE)))
                .singleElement()
                .asString()
                .contains("is empty");
        assertThat(sentences(CamerasFile.parse("version: 1\ncameras: []", Origin.FILE)))
                .containsExactly("Cameras file, cameras: no cameras are defined.");
        assertThat(sentences(CamerasFile.parse("version: 2\ncameras: []", Origin.FILE)))
                .containsExactly("Cameras file, version: this Nightjar does not know version 2 (allowed: 1).");
        assertThat(sentences(CamerasFile.parse("- a\n- b", Origin.FILE)))
                .singleElement()
                .asString()
                .contains("a list");
    }

    @Test
    void anUnknownDeviceIsNamedWithTheKnownOnes() {
        var file = CamerasFile.parse(TWO_CAMERAS.replace("id: yard", "id: yard\n    device: consle"), Origin.FILE);

        assertThat(sentences(file))
                .containsExactly("Camera yard, device: \"consle\" is not among this file's devices; did you mean"
                        + " \"console\"? (allowed: console).");
    }
}
