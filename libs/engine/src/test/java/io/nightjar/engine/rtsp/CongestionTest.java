// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CongestionTest {

    private final Congestion congestion = new Congestion();

    @Test
    void aPlayerBeginsWithAKeyPicture() {
        congestion.begin(true);

        assertThat(congestion.admits(false, false, 0)).isFalse();
        assertThat(congestion.admits(true, false, 1)).isTrue();
        assertThat(congestion.admits(false, false, 2)).isTrue();
    }

    @Test
    void soundAloneWaitsForNothing() {
        congestion.begin(false);

        assertThat(congestion.admits(false, false, 0)).isTrue();
        assertThat(congestion.admits(false, true, 1)).isFalse();
        assertThat(congestion.admits(false, false, 2)).isTrue();
    }

    @Test
    void aFullQueueDropsUpToTheNextKeyPicture() {
        congestion.begin(true);
        congestion.admits(true, false, 0);

        assertThat(congestion.admits(false, true, 1)).isFalse();
        assertThat(congestion.admits(false, false, 2)).isFalse();
        assertThat(congestion.admits(true, false, 3)).isTrue();
        assertThat(congestion.dropped()).isEqualTo(2);
    }

    @Test
    void onlyFullnessThatLastsCounts() {
        congestion.begin(true);
        congestion.admits(true, true, 0);
        assertThat(congestion.lasts(true, 10, 10)).isFalse();
        assertThat(congestion.lasts(true, 11, 10)).isTrue();

        assertThat(congestion.lasts(false, 12, 10)).isFalse();
        congestion.admits(true, true, 20);
        assertThat(congestion.lasts(true, 25, 10)).isFalse();
    }
}
