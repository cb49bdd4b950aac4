// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.file.Translated;
import io.nightjar.contracts.stream.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting comes from the camera, its vendor's file, the environment or is built in: the first that has it decides. */
class CascadeTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("REOLINK_HLS_SEGMENT_LENGTH", "1.75");
    private static final Map<Vendor, JsonNode> FILE =
            Map.of(Vendor.REOLINK, Samples.json("{\"hls\":{\"segment_length\":1.5}}"));

    private static final String REOLINK = "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"hls_mode\":\"transcode\"";

    private static double keyFrames(Translated imported) {
        return ((Video.Encode)
                        Samples.spec(imported, "GATE").streams().get(Role.SUB).video())
                .keyFrameSeconds();
    }

    @Test
    void theCameraGoesFirst() {
        var imported = Samples.camera(
                "GATE", REOLINK + ",\"rtsp_output\":{\"hls_time\":\"1.25\"}", Samples.context(ENVIRONMENT, FILE));

        assertThat(keyFrames(imported)).isEqualTo(1.25);
    }

    @Test
    void itsVendorsFileGoesSecond() {
        assertThat(keyFrames(Samples.camera("GATE", REOLINK, Samples.context(ENVIRONMENT, FILE))))
                .isEqualTo(1.5);
    }

    @Test
    void theEnvironmentGoesThird() {
        assertThat(keyFrames(Samples.camera("GATE", REOLINK, Samples.context(ENVIRONMENT, Map.of()))))
                .isEqualTo(1.75);
    }

    @Test
    void whatIsBuiltInGoesLast() {
        assertThat(keyFrames(Samples.camera("GATE", REOLINK, ImportContext.NONE)))
                .isEqualTo(Video.Encode.KEY_FRAME_SECONDS);
        assertThat(VendorTiers.cascade(Vendor.EUFY, key -> java.util.Optional.empty(), file(Vendor.EUFY), Map.of())
                        .find(VendorTiers.SEGMENT_LENGTH))
                .get()
                .extracting(setting -> setting.value().asInt())
                .isEqualTo(1);
    }

    private static VendorFile file(Vendor vendor) {
        return new VendorFile(vendor, VendorFiles.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0, ' 0'", "false, ''", "'\"\"', ''"})
    void zeroFalseAndAnEmptyTextCountAsSet(String value, String shown) {
        var imported = Samples.camera(
                "GATE",
                "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"rtsp_output\":{\"hls_delete_threshold\":" + value + "}",
                Samples.context(Map.of("REOLINK_HLS_DELETE_THRESHOLD", "9"), Map.of()));

        assertThat(Samples.sentences(imported))
                .singleElement()
                .asString()
                .contains("hls_delete_threshold" + shown + " from this camera")
                .doesNotContain("9");
    }

    @ParameterizedTest
    @CsvSource({
        "eufy, EUFY_HLS_SEGMENT_LENGTH, hls_time",
        "eufy, EUFY_HLS_LIST_SIZE, hls_list_size",
        "eufy, EUFY_HLS_DELETE_THRESHOLD, hls_delete_threshold",
        "unifi, UNIFI_HLS_SEGMENT_LENGTH, hls_time",
        "unifi, UNIFI_HLS_LIST_SIZE, hls_list_size",
        "unifi, UNIFI_HLS_DELETE_THRESHOLD, hls_delete_threshold",
        "reolink, REOLINK_HLS_SEGMENT_LENGTH, hls_time",
        "reolink, REOLINK_HLS_LIST_SIZE, hls_list_size",
        "reolink, REOLINK_HLS_DELETE_THRESHOLD, hls_delete_threshold",
    })
    void whatHasNoEffectIsSaidWithTheVariableItCameFrom(String type, String variable, String key) {
        var imported = Samples.camera(
                "GATE",
                "\"type\":\"" + type + "\",\"host\":\"10.0.0.1\"",
                Samples.context(Map.of(variable, "4"), Map.of()));

        assertThat(Samples.sentences(imported))
                .containsExactly(
                        "Camera GATE, hls: Nightjar's packager decides itself how long segments are and how many"
                                + " it keeps, so these have no effect: " + key + " 4 from " + variable + ".");
    }

    @ParameterizedTest
    @CsvSource({"eufy, EUFY_HLS_MODE", "reolink, REOLINK_HLS_MODE"})
    void theModeMayComeFromTheEnvironment(String type, String variable) {
        var fields = "\"type\":\"" + type + "\",\"host\":\"10.0.0.1\"";
        var encoded = Samples.camera("GATE", fields, Samples.context(Map.of(variable, "Transcode"), Map.of()));
        var wrong = Samples.camera("GATE", fields, Samples.context(Map.of(variable, "fast"), Map.of()));

        assertThat(Samples.spec(encoded, "GATE").streams().get(Role.MAIN).video())
                .isInstanceOf(Video.Encode.class);
        assertThat(Samples.spec(wrong, "GATE").streams().get(Role.MAIN).video()).isEqualTo(Video.COPY);
        assertThat(Samples.sentences(wrong))
                .containsExactly("Camera GATE, hls_mode: what " + variable
                        + " says is not a mode; the video is copied (allowed: copy, transcode).");
    }

    @Test
    void sizesMayComeFromTheEnvironment() {
        var context = Samples.context(Map.of("RESOLUTION_MAIN", "1280x720", "RESOLUTION_SUB", "320x180"), Map.of());
        var streams =
                Samples.spec(Samples.camera("GATE", REOLINK, context), "GATE").streams();

        assertThat(((Video.Encode) streams.get(Role.MAIN).video()).height()).isEqualTo(720);
        assertThat(((Video.Encode) streams.get(Role.SUB).video()).width()).isEqualTo(320);
    }

    @Test
    void leftOutMeansNotSet() {
        var imported = Samples.camera(
                "GATE", REOLINK + ",\"rtsp_output\":{\"hls_time\":\"N/A\"}", Samples.context(ENVIRONMENT, Map.of()));

        assertThat(keyFrames(imported)).isEqualTo(1.75);
    }
}
