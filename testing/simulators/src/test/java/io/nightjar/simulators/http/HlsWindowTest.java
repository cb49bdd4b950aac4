// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HlsWindowTest {

    private final HlsWindow window = new HlsWindow();

    @Test
    void thePlaylistNamesTheNewestSegmentsAndWhereTheFormatChanges() {
        window.init(new byte[] {1});
        for (var i = 0; i < 7; i++) {
            window.add(new byte[] {(byte) i}, 1);
        }
        window.init(new byte[] {2});
        window.add(new byte[] {7}, 0.5);

        assertThat(window.playlist().lines())
                .containsSubsequence(
                        "#EXT-X-MEDIA-SEQUENCE:2",
                        "#EXT-X-MAP:URI=\"init-1.mp4\"",
                        "#EXTINF:1.000,",
                        "segment-2.m4s",
                        "#EXT-X-DISCONTINUITY",
                        "#EXT-X-MAP:URI=\"init-2.mp4\"",
                        "#EXTINF:0.500,",
                        "segment-7.m4s");
        assertThat(window.file("segment-2.m4s"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(2));
        assertThat(window.file("init-2.mp4"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(2));
        assertThat(window.file("segment-1.m4s")).isEmpty();
        assertThat(window.file("../secrets")).isEmpty();
    }
}
