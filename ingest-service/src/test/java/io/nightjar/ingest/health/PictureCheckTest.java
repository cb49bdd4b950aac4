// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.PictureStats;
import org.junit.jupiter.api.Test;

class PictureCheckTest {

    private final PictureCheck check = new PictureCheck();
    private long at;

    @Test
    void movementIsNeitherFrozenNorBlack() {
        looks(100, 50, 8.5, 0, 3.0, 5.0, 1.2);

        assertThat(check.verdict()).isEqualTo(new PictureCheck.Verdict(false, false));
    }

    @Test
    void aStillPictureIsFrozenEvenWhenItsCodingChangesNowAndThen() {
        looks(100, 50, 2.9, 1.4, 0, 0, 1.3, 0);
        assertThat(check.verdict().frozen()).isTrue();

        looks(100, 50, 1.3);
        assertThat(check.verdict().frozen()).isTrue();
        looks(100, 50, 8.0);
        assertThat(check.verdict().frozen()).isFalse();
    }

    @Test
    void oneBlackLookIsACutAndThreeSecondsAreNot() {
        looks(0, 0, 99);
        assertThat(check.verdict().black()).isFalse();

        looks(0, 0, 0, 0);
        assertThat(check.verdict().black()).isTrue();
        looks(90, 50, 90);
        assertThat(check.verdict().black()).isFalse();
    }

    private void looks(double mean, double deviation, double... differences) {
        for (double difference : differences) {
            at += 2_000_000;
            check.look(new PictureStats(at, mean, deviation, difference));
        }
    }
}
