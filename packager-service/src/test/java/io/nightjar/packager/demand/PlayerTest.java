// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayerTest {

    @ParameterizedTest
    @CsvSource({
        "h264,  false, WEBRTC, false",
        "h264,  true,  WEBRTC, true",
        "h264,  true,  HLS,    false",
        "h264,  true,  RTSP,   false",
        "h265,  false, WEBRTC, true",
        "h265,  false, HLS,    true",
        "h265,  true,  RTSP,   false",
        "mjpeg, false, WEBRTC, true",
        "mjpeg, false, HLS,    true",
        "mjpeg, false, RTSP,   true"
    })
    void whoCannotPlayWhatTheCameraSendsGetsTheFormForBrowsers(
            String codec, boolean bFrames, Player player, boolean web) {
        assertThat(player.needsWeb(new SourceFormat(codec, bFrames))).isEqualTo(web);
    }
}
