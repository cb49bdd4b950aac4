// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QualityScoreTest {

    record Probe(String name, int width, int height, double fps, int duplicates) {
        QualityScore score() {
            return QualityScore.of(width, height, fps, duplicates);
        }
    }

    @Test
    void itIsTheProductOfSizeRateAndFreshness() {
        assertThat(QualityScore.of(2560, 1440, 12, 0).value()).isEqualTo(44_236_800);
        assertThat(QualityScore.of(2560, 1440, 12, 250).value()).isEqualTo(33_177_600);
    }

    @Test
    void aBetterSubBeatsAWorseMainAndTheOrderBreaksTies() {
        var main = new Probe("main", 640, 480, 5, 900);
        var sub = new Probe("sub", 640, 480, 15, 0);
        assertThat(best(main, sub)).isEqualTo("sub");
        assertThat(best(main, new Probe("ext", 640, 480, 5, 900))).isEqualTo("main");
    }

    @Test
    void aStreamThatWorksStaysSelectable() {
        assertThat(best(new Probe("frozen", 640, 480, 15, 1500))).isEqualTo("frozen");
        assertThat(best(new Probe("unknown", 640, 480, Double.NaN, 0))).isEqualTo("unknown");
        assertThat(best(new Probe("nothing", 0, 0, 0, 5000))).isEqualTo("nothing");
        assertThat(QualityScore.of(0, 0, 0, 5000).value()).isPositive();
        assertThat(QualityScore.of(640, 480, 0, 0)).isLessThan(QualityScore.of(640, 480, 15, 0));
    }

    private static String best(Probe... probes) {
        return QualityScore.best(List.of(probes), Probe::score).orElseThrow().name();
    }
}
