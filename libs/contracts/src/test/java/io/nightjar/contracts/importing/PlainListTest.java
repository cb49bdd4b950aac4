// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.Translated;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainListTest {

    private static Translated imported(String text) {
        return Samples.imported(Samples.json(text));
    }

    private static List<String> ids(Translated imported) {
        return Samples.read(imported).cameras().stream()
                .map(CameraSpec::id)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void addressesAreReolinkCamerasByRtmpWithTheUserAdmin() {
        var imported = imported("[{\"ip\":\"192.168.1.20\",\"password\":\"canary 1\"},"
                + "{\"ip\":\"192.168.1.21\",\"user\":\"viewer\",\"password\":7}]");

        var file = Samples.read(imported);
        assertThat(file.cameras()).hasSize(2).allSatisfy(camera -> {
            assertThat(camera.vendor()).isEqualTo(Vendor.REOLINK);
            assertThat(camera.streams())
                    .containsOnlyKeys(Role.MAIN, Role.SUB)
                    .allSatisfy((role, stream) -> assertThat(stream.protocol()).isEqualTo(Protocol.RTMP));
        });
        assertThat(file.credentials())
                .containsEntry("camera-192-168-1-20", new Credentials("admin", "canary 1"))
                .containsEntry("camera-192-168-1-21", new Credentials("viewer", "7"));
        assertThat(Samples.sentences(imported))
                .singleElement()
                .asString()
                .contains("camera-192-168-1-20 /dev/video0", "camera-192-168-1-21 /dev/video1")
                .doesNotContain("canary");
    }

    @Test
    void anotherOrderChangesNoIdAndASkippedEntryShiftsNothing() {
        var imported = imported(
                "[{\"ip\":\"192.168.1.21\",\"password\":\"b\"},{}," + "{\"ip\":\"192.168.1.20\",\"password\":\"a\"}]");

        assertThat(ids(imported)).containsExactly("camera-192-168-1-21", "camera-192-168-1-20");
        assertThat(Samples.sentences(imported)).anyMatch(said -> said.contains("camera-192-168-1-20 /dev/video2"));
    }

    @Test
    void anIncompleteEntryIsSkippedAndTheRestRuns() {
        var imported = imported("[{\"ip\":\"192.168.1.20\",\"password\":\"canary\"},{\"password\":\"canary\"},"
                + "{\"ip\":\"192.168.1.22\"},{},17,{\"ip\":\"192.168.1.23\",\"password\":\"canary\"}]");

        assertThat(ids(imported)).hasSize(2);
        assertThat(Samples.sentences(imported))
                .contains(
                        "Camera entry 1, ip: Invalid config: is missing; this entry is skipped, the others run.",
                        "Camera entry 2, password: Invalid config: is missing; this entry is skipped, the others run.",
                        "Camera entry 3, ip: Invalid config: is missing; this entry is skipped, the others run.",
                        "Camera entry 4, entry: Invalid config: must be an object with ip and password; it is skipped.")
                .noneMatch(sentence -> sentence.contains("canary"));
    }

    @Test
    void moreThanSixteenCamerasAllRunSinceNoVideoDeviceIsWritten() {
        var entries = new StringBuilder();
        for (int number = 0; number < 17; number++) {
            entries.append(number == 0 ? "" : ",")
                    .append("{\"ip\":\"10.0.0.%d\",\"password\":\"x\"}".formatted(number + 1));
        }

        assertThat(ids(imported("[" + entries + "]"))).hasSize(17);
    }

    @Test
    void registrationsNeedOnlyANameAndAnAddress() {
        var imported =
                imported("{\"name\":\"Front Door\",\"rtsp\":\"rtsp://u:canary@10.0.0.5/Streaming/Channels/101\"}");

        var file = Samples.read(imported);
        assertThat(file.cameras()).singleElement().satisfies(camera -> {
            assertThat(camera.id()).hasToString("front-door");
            assertThat(camera.name()).isEqualTo("Front Door");
            assertThat(camera.streams().get(Role.MAIN).url()).isEqualTo("rtsp://10.0.0.5/Streaming/Channels/101");
        });
        assertThat(file.credentials()).containsEntry("front-door", new Credentials("u", "canary"));
        assertThat(imported.problems()).isEmpty();
    }

    @Test
    void oneAddressIsOneCameraUnderItsFirstName() {
        var imported = imported(
                "[{\"name\":\"front\",\"rtsp\":\"rtsp://u:canary@10.0.0.5/a\"},"
                        + "{\"name\":\"other\",\"rtsp\":\"rtsp://10.0.0.5/a\"},{\"name\":\"front\",\"rtsp\":\"rtsp://10.0.0.5/b\"}]");

        assertThat(ids(imported)).hasSize(2).doesNotHaveDuplicates().contains("front");
        assertThat(Samples.sentences(imported))
                .containsExactly("Camera entry 1, rtsp: is the address of camera front, which stands for this entry as"
                        + " well.");
    }

    @Test
    void picturesAreAskedForByThoseWhoWantThem() {
        var text = "{\"name\":\"front\",\"rtsp\":\"rtsp://10.0.0.5/a\",\"pub_fps\":\"15\"}";
        var imported = Samples.imported(
                Samples.json(text), Samples.context(Map.of("PUB_FPS", "5", "SCALE_WIDTH", "640"), Map.of()));

        assertThat(Samples.sentences(imported))
                .containsExactly(
                        "Camera front, pub_fps: every viewer chooses rate and width of its pictures now: ask for"
                                + " /api/cameras/front/mjpeg?fps=15&width=640.");
    }

    @Test
    void capturesOfTheOldestModuleAreRegistrationsToo() {
        var imported = imported("[{\"camera_id\":\"yard\",\"url\":\"rtsp://10.0.0.6/a\",\"transport\":\"UDP\","
                + "\"width\":1280,\"height\":720,\"buffer_size\":3}]");

        assertThat(Samples.spec(imported, "yard").streams().get(Role.MAIN).transport())
                .isEqualTo(Transport.UDP);
        assertThat(Samples.sentences(imported))
                .anyMatch(said -> said.contains("mjpeg?width=1280"))
                .anyMatch(said -> said.contains("unused settings") && said.contains("buffer_size"));
    }

    @Test
    void anAddressThatIsNoneIsSkippedWithoutRepeatingIt() {
        var imported = imported(
                "[{\"rtsp\":\"canary\"},{\"name\":\"x\",\"rtsp\":5},{\"name\":\"y\",\"rtsp\":\"gopher://canary\"}]");

        assertThat(ids(imported)).isEmpty();
        assertThat(Samples.sentences(imported))
                .hasSize(3)
                .noneMatch(sentence -> sentence.contains("canary"))
                .allMatch(sentence -> sentence.startsWith("Camera entry "));
    }

    @Test
    void nativeFilesAreLeftAlone() {
        for (var text : List.of(
                "{\"version\":1,\"cameras\":[]}",
                "{\"version\":1,\"devices\":[],\"cameras\":[{\"id\":\"a\"}]}",
                "{\"cameras\":[{\"id\":\"a\",\"streams\":{}}]}",
                "[{\"id\":\"a\",\"streams\":{}}]",
                "{}",
                "5",
                "null")) {
            assertThat(Importer.tryImport(Samples.json(text), ImportContext.NONE))
                    .isEmpty();
        }
    }
}
