// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamMeterTest {

    private final StreamMeter meter = new StreamMeter(false);

    @Test
    void nothingIsKnownBeforeTheFirstPicture() {
        assertThat(meter.facts()).isEqualTo(Facts.NONE);
    }

    @Test
    void rateBitrateAndKeyIntervalAreThoseOfTheLastSeconds() {
        for (int frame = 0; frame <= 300; frame++) {
            meter.picture(frame * 40_000L, frame * 40_000L, 5_000, frame % 25 == 0, 3);
        }

        var facts = meter.facts();
        assertThat(facts.fps()).isCloseTo(25, within(0.01));
        assertThat(facts.bitrate()).isEqualTo(1_000_000);
        assertThat(facts.interval()).isEqualTo(Duration.ofMillis(40));
        assertThat(facts.keyFrameIntervalMs()).isEqualTo(1_000);
        assertThat(facts.lastFrame()).isEqualTo(Instant.EPOCH.plusSeconds(12));
        assertThat(facts.timestampBreaks()).isEqualTo(3);
        assertThat(facts.bFrames()).isFalse();
    }

    @Test
    void picturesOutOfOrderAreBFrames() {
        meter.picture(0, 0, 1, true, 0);
        meter.picture(40_000, 120_000, 1, false, 0);
        assertThat(meter.facts().bFrames()).isFalse();
        meter.picture(80_000, 40_000, 1, false, 0);
        assertThat(meter.facts().bFrames()).isTrue();
    }
}
