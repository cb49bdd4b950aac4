// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.Role;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypeTest {

    @ParameterizedTest
    @CsvSource({
        "HLS, HLS, false",
        "hls, HLS, false",
        "hls_transcode, HLS, true",
        "rtsps_transcode, HLS, true",
        "ll_hls, LL_HLS, false",
        "LL-HLS, LL_HLS, false",
        "MJPEG, MJPEG, false",
        "mjpeg_proxy, MJPEG, false",
        "RTMP, RTMP, false",
        "NEOLINK, NEOLINK, false",
        "NEOLINK_LL_HLS, NEOLINK_LL_HLS, false",
        "webrtc, WEBRTC, false",
    })
    void everyNameHasOneMeaning(String written, StreamType type, boolean transcode) {
        assertThat(StreamType.parse(written)).hasValueSatisfying(meaning -> {
            assertThat(meaning.type()).isEqualTo(type);
            assertThat(meaning.transcode()).isEqualTo(transcode);
        });
        assertThat(StreamType.parse(" " + written.toUpperCase(Locale.ROOT))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HSL", "", "h264", "rtsp://canary"})
    void theRestHasNone(String written) {
        assertThat(StreamType.parse(written)).isEmpty();
    }

    @Test
    void anAliasMayAskForEncoding() {
        var imported =
                Samples.camera("GATE", "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"stream_mode\":\"hls_transcode\"");

        assertThat(Samples.spec(imported, "GATE").streams().get(Role.SUB).video())
                .isInstanceOf(Video.Encode.class);
    }

    @Test
    void withoutATypeACameraIsCopied() {
        var imported = Samples.camera("GATE", "\"type\":\"reolink\",\"host\":\"10.0.0.1\"");

        assertThat(Samples.spec(imported, "GATE").streams())
                .containsOnlyKeys(Role.MAIN, Role.SUB)
                .allSatisfy((role, stream) -> {
                    assertThat(stream.video()).isEqualTo(Video.COPY);
                    assertThat(stream.protocol()).isNull();
                });
        assertThat(imported.problems()).isEmpty();
    }

    @Test
    void aSecretInPlaceOfATypeIsNotRepeated() {
        var imported = Samples.camera(
                "GATE", "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"stream_type\":\"rtsp://u:canary@10.0.0.1\"");

        assertThat(Samples.sentences(imported)).hasSize(1).noneMatch(sentence -> sentence.contains("canary"));
    }
}
