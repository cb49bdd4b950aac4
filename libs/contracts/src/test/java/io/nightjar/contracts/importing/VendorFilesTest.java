// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.Translated;
import io.nightjar.contracts.stream.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorFilesTest {

    private static final String REOLINK = "\"type\":\"reolink\",\"host\":\"10.0.0.1\"";

    @TempDir
    Path folder;

    private Translated camera(String id, String fields) {
        return Samples.camera(id, fields, ImportContext.of(Map.of(), VendorFiles.in(folder)));
    }

    @Test
    void theUsualReolinkFileChangesNothing() throws Exception {
        Files.writeString(folder.resolve("reolink.json"), """
                \uFEFF{"rtsp": {"port": 554, "stream_path_main": "/h264Preview_01_main", "stream_path_sub": "/h264Preview_01_sub"},
                 "__notes": {"any": "thing"}}
                """);

        var imported = camera("OFFICE", REOLINK);
        assertThat(Samples.spec(imported, "OFFICE").streams().get(Role.MAIN).url())
                .isNull();
        assertThat(imported.problems()).isEmpty();
    }

    @Test
    void portsAndPathsComeFromTheFile() throws Exception {
        Files.writeString(folder.resolve("reolink.json"), """
                {"rtsp": {"port": "8554", "stream_path_main": "/other_main", "stream_path_sub": "other_sub"},
                 "hls": {"segment_length": 2, "list_size": 1, "delete_threshold": 1}}
                """);

        var imported = camera("OFFICE", REOLINK);
        var office = Samples.spec(imported, "OFFICE");
        assertThat(office.streams().get(Role.MAIN).url()).isEqualTo("rtsp://10.0.0.1:8554/other_main");
        assertThat(office.streams().get(Role.SUB).url()).isEqualTo("rtsp://10.0.0.1:8554/other_sub");
        assertThat(office.ports()).containsEntry("rtsp", 8554);
        assertThat(Samples.sentences(imported))
                .singleElement()
                .asString()
                .contains("hls_list_size 1 from reolink.json");
    }

    @Test
    void oneHostMovesEveryUniFiCamera() throws Exception {
        Files.writeString(
                folder.resolve("unifi_protect.json"),
                "{\"protect_host\":\"10.0.0.9\",\"protect_port\":7447,\"username\":\"u\",\"password\":\"canary\"}");
        var cameras = """
                {"devices": {"A": {"type": "unifi", "camera_id": "a", "rtsp_alias": "x"},
                             "B": {"type": "unifi", "camera_id": "b", "rtsp_alias": "y", "protect_host": "10.0.0.9"},
                             "C": {"type": "unifi", "camera_id": "c", "rtsp_alias": "z", "protect_host": "10.0.0.8"}}}
                """;
        var imported = Samples.imported(Samples.json(cameras), ImportContext.of(Map.of(), VendorFiles.in(folder)));

        var file = Samples.read(imported);
        assertThat(file.problems()).isEmpty();
        assertThat(file.cameras())
                .extracting(
                        camera -> String.valueOf(camera.device()), camera -> camera.channel(), camera -> camera.host())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("unifi-console", "a", null),
                        org.assertj.core.groups.Tuple.tuple("unifi-console", "b", null),
                        org.assertj.core.groups.Tuple.tuple("unifi-10-0-0-8", "c", null));
        assertThat(file.devices()).extracting(device -> device.host()).containsExactly("10.0.0.9", "10.0.0.8");
        assertThat(file.credentials()).containsEntry("device:unifi-console", new Credentials("u", "canary"));
        assertThat(imported.problems().toString()).doesNotContain("canary");
    }

    @Test
    void theBridgeIsADeviceThatMovesCamerasAndCarriesNoVideo() throws Exception {
        Files.writeString(folder.resolve("eufy_bridge.json"), "{\"bridge_url\":\"ws://127.0.0.1:3001\"}");

        var imported = camera("T8416P0000000001", "\"type\":\"eufy\",\"ip\":\"10.0.0.2\"");
        var file = Samples.read(imported);
        assertThat(file.problems()).isEmpty();
        assertThat(file.devices()).singleElement().satisfies(bridge -> {
            assertThat(bridge.host()).isEqualTo("127.0.0.1");
            assertThat(bridge.ports()).containsEntry("bridge", 3001);
        });
        assertThat(file.cameras()).singleElement().satisfies(camera -> {
            assertThat(camera.host()).isEqualTo("10.0.0.2");
            assertThat(camera.channel()).isEqualTo("T8416P0000000001");
            assertThat(camera.ports()).isEmpty();
        });
    }

    @Test
    void aBrokenFileIsReportedWithItsPlaceAndNoContent() throws Exception {
        Files.writeString(folder.resolve("amcrest.json"), "{\"password\": canary}");

        assertThat(Samples.sentences(camera("OFFICE", REOLINK)))
                .singleElement()
                .asString()
                .startsWith("File amcrest.json: is not valid JSON at line 1")
                .doesNotContain("canary");
    }

    @Test
    void aTypoInAFileIsReported() {
        var context = Samples.context(
                Map.of(), Map.of(Vendor.REOLINK, Samples.json("{\"rtsp\":{\"stream_path_mian\":\"/x\"}}")));

        assertThat(Samples.sentences(Samples.camera("OFFICE", REOLINK, context)))
                .containsExactly(
                        "File reolink.json, rtsp.stream_path_mian: is not a known field and is ignored; probably"
                                + " stream_path_main is meant.");
    }
}
