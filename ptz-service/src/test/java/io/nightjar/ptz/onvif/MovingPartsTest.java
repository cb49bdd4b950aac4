// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.ptz.onvif.MovingParts.Parts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MovingPartsTest {

    private static final Parts HEAD = new Parts(true, false, false);
    private static final Parts ZOOM = new Parts(false, true, false);

    private long now = -5;
    private final MovingParts moving = new MovingParts(() -> now);

    @Test
    void nothingMovesBeforeTheFirstOrder() {
        assertThat(moving.now()).isEqualTo(Parts.NONE);
        assertThat(moving.begin(HEAD)).isEqualTo(Parts.NONE);
    }

    @Test
    void whatGoesOnAndIsNotOrderedAnyMoreIsToBeStopped() {
        moving.begin(HEAD);
        assertThat(moving.begin(ZOOM)).isEqualTo(HEAD);
        assertThat(moving.now()).isEqualTo(Parts.HEAD_AND_ZOOM);
    }

    @Test
    void onlyAStopThatNothingFollowedCounts() {
        moving.begin(HEAD);
        long stop = moving.ticket();
        moving.ticket();
        moving.ended(Parts.ALL, stop);
        assertThat(moving.now()).isEqualTo(HEAD);
        moving.ended(Parts.ALL, moving.ticket());
        assertThat(moving.now()).isEqualTo(Parts.NONE);
    }

    @Test
    void aJourneyEndsByItselfAndAHeadThatGoesOnDoesNot() {
        moving.begin(HEAD);
        moving.setOut(Parts.HEAD_AND_ZOOM);
        assertThat(moving.now()).isEqualTo(Parts.HEAD_AND_ZOOM);
        pass(Duration.ofSeconds(31));
        assertThat(moving.now()).isEqualTo(HEAD);
        assertThat(moving.begin(HEAD)).isEqualTo(Parts.NONE);
    }

    @Test
    void onTheWayTheLensIsStoppedBeforeTheHeadIsMovedAlone() {
        moving.setOut(Parts.HEAD_AND_ZOOM);
        pass(Duration.ofSeconds(1));
        assertThat(moving.begin(HEAD)).isEqualTo(ZOOM);
        moving.ended(ZOOM, moving.ticket());
        assertThat(moving.begin(HEAD)).isEqualTo(Parts.NONE);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
