// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.file.Translated;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake gives one sentence that names camera, field and what may stand there, and the other cameras run. */
class MistakesTest {

    private final Translated sample = Samples.imported(Samples.resource("mistakes.json"));

    @Test
    void theOthersRun() {
        assertThat(Samples.read(sample).cameras())
                .extracting(camera -> camera.id().value())
                .containsExactly("OUTER", "BESIDE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HSL_CAMERA | stream_type | "HSL" is not a stream type (allowed: HLS, LL_HLS, MJPEG, mjpeg_proxy, RTMP, NEOLINK, NEOLINK_LL_HLS, webrtc).
            UDP_EUFY | rtsp_input.rtsp_transport | a Eufy camera signs nobody in over UDP (allowed: auto, tcp).
            UNKNOWN_TYPE | type | is not a known vendor (allowed: generic, onvif, reolink, amcrest, eufy, unifi).
            NUMBER_TYPE | type | the number codes of old files are no longer read (allowed: generic, onvif
            BAD_CAPABILITY | capabilities | holds something else than capabilities (allowed: streaming, ptz, doorbell).
            NO_HOST | host | is missing
            NO_CONSOLE | protect_host | is missing; name the console here, or once in unifi_protect.json
            NO_RTMP | stream_type | cannot be reached by RTMP (allowed: HLS, LL_HLS, webrtc).
            NO_TYPE | type | is missing; it names the vendor (allowed:
            OUTER | rtsp_input | -timeout is in microseconds; 5000 is less than a tenth of a second
            OUTER | rtsp_input | -made_up is not among the ffmpeg options
            OUTER | rtsp_output.hls_lst_size | is not a known field and is ignored; probably hls_list_size is meant
            OUTER | rtsp_output | -g 36 at 5 fps is a key frame every 7.2 s
            OUTER | rtsp_output | -vf has no filter "hflip" here; it may have scale=1280:-1, fps=15
            OUTER | hls_time | segments shorter than 0.5 s overload a machine; 0.5 s is used
            OUTER | stream_typ | probably stream_type is meant
            OUTER | INNER | is a camera inside another one and does not run
            """)
    void isSaidInOneSentence(String camera, String field, String words) {
        assertThat(Samples.sentences(sample))
                .filteredOn(sentence ->
                        sentence.startsWith("Camera " + camera + ", " + field + ": ") && sentence.contains(words))
                .hasSize(1);
    }

    @Test
    void camerasInTheWrongPlaceAreFound() {
        assertThat(Samples.sentences(sample))
                .contains(
                        "Cameras file, settings.LOST: is a camera outside devices and does not run; move it there.",
                        "Cameras file, BESIDE: stands beside devices instead of in it; it runs, but move it there.",
                        "Cameras file, devices.health: has no type, so it is no camera and is ignored.");
    }

    @Test
    void aMisplacedCameraIsReportedWithItsLine() {
        var root = Samples.json("{\"devices\":{\"A\":{\"type\":\"reolink\",\"host\":\"10.0.0.1\","
                + "\"B\":{\"type\":\"reolink\",\"host\":\"10.0.0.2\"}}}}");
        var inner = root.path("devices").path("A").path("B");
        var imported = Samples.imported(root, ImportContext.NONE.withLines(node -> node == inner ? 14 : 0));

        assertThat(Samples.sentences(imported))
                .containsExactly("Camera A, B: is a camera inside another one and does not run; check the braces before"
                        + " it (line 14).");
    }

    @Test
    void aCopyDropsWhatOnlyAnEncoderCanDo() {
        var imported = Samples.camera(
                "GATE",
                "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"hls_mode\":\"copy\",\"rtsp_output\":{\"preset\":\"fast\","
                        + "\"vf\":\"scale=640:360\",\"g\":15,\"resolution_sub\":\"320x180\",\"tune\":\"N/A\"}");

        assertThat(Samples.spec(imported, "GATE").streams().get(Role.SUB).video())
                .isEqualTo(Video.COPY);
        assertThat(Samples.sentences(imported))
                .containsExactly("Camera GATE, hls_mode: the video is copied as the camera sends it, so these have no"
                        + " effect: rtsp_output.preset, rtsp_output.vf, rtsp_output.g, resolution_sub (allowed: copy,"
                        + " transcode).");
    }

    @Test
    void theOldMisspellingIsReadAndDeprecated() {
        var imported = Samples.camera(
                "GATE", "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"rtsp_output\":{\"hsl_delete_threshold\":\"7\"}");

        assertThat(Samples.sentences(imported))
                .anyMatch(sentence -> sentence.contains("is an old misspelling and is read as hls_delete_threshold"))
                .anyMatch(sentence -> sentence.contains("hls_delete_threshold 7 from this camera"));
    }

    @Test
    void namesThatOnlyLookLikeNamesAreNotRepeated() {
        var root = ContractsJson.mapper().createObjectNode();
        var camera = root.putObject("devices")
                .putObject("GATE")
                .put("type", "reolink")
                .put("host", "10.0.0.1");
        camera.putObject("rtsp://canary:canary@10.0.0.1/");

        assertThat(Samples.sentences(Samples.imported(root)))
                .singleElement()
                .asString()
                .doesNotContain("canary");
    }

    @Test
    void idsThatCannotBeIdsAreMadeIntoSome() {
        var imported = Samples.imported(Samples.json("""
                {"devices": {"Front Door": {"type": "reolink", "host": "10.0.0.1"},
                             "front_door!": {"type": "reolink", "host": "10.0.0.2"},
                             "front-door": {"type": "reolink", "host": "10.0.0.3"}}}
                """));

        var ids = Samples.read(imported).cameras().stream()
                .map(camera -> camera.id().value())
                .toList();
        assertThat(ids).hasSize(3).doesNotHaveDuplicates().contains("front-door");
        assertThat(Samples.sentences(imported)).hasSize(3).allMatch(sentence -> sentence.contains("is called"));
    }

    @Test
    void oldFlagsBecomeCapabilities() {
        for (var yes : List.of("true", "1", "\"1\"", "\"true\"")) {
            var imported = Samples.camera("GATE", "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"ptz_capable\":" + yes);
            assertThat(Samples.only(imported).path("capabilities").toString()).isEqualTo("[\"streaming\",\"ptz\"]");
        }
    }

    @Test
    void aGenericCameraNeedsAnAddress() {
        assertThat(Samples.sentences(Samples.camera("GATE", "\"type\":\"generic\",\"host\":\"10.0.0.1\"")))
                .containsExactly("Camera GATE, url: is missing; rtsp_url is read as well.");
    }

    @Test
    void aNumberInPlaceOfATextIsSaidAndTheCameraRuns() {
        var imported = Samples.camera(
                "GATE", "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"onvif_port\":\"eight\",\"hidden\":\"perhaps\"");

        assertThat(Samples.read(imported).cameras()).hasSize(1);
        assertThat(Samples.sentences(imported))
                .containsExactly(
                        "Camera GATE, hidden: must be true or false and is ignored (allowed: true, false, 1, 0).",
                        "Camera GATE, onvif_port: must be a number and is ignored.");
    }
}
