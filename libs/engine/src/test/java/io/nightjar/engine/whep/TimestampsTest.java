// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.engine.path.Track.Codec;
import org.junit.jupiter.api.Test;

class TimestampsTest {

    private static final long NOW = 1_764_000_000_123_456L;

    private final VideoTimestamps video = new VideoTimestamps();

    @Test
    void videoTimeIsTheWallClockAt90Kilohertz() {
        assertThat(Integer.toUnsignedLong(video.next(NOW))).isEqualTo(NOW * 9 / 100 % (1L << 32));
        assertThat(video.next(NOW + 40_000) - (int) VideoTimestamps.ticks(NOW)).isEqualTo(3600);
    }

    @Test
    void aClockThatStepsBackNeverTurnsTimeBack() {
        int first = video.next(NOW);
        assertThat(video.next(NOW - 5_000_000) - first).isEqualTo(1);
        assertThat(video.next(NOW)).isEqualTo(first + 2);
        assertThat(video.next(NOW + 1_000_000) - first).isEqualTo(90_000);
    }

    @Test
    void aBurstEndsAtTheNewestPicturesOwnTime() {
        int first = video.burst(25, NOW);
        assertThat(first + 24).isEqualTo((int) VideoTimestamps.ticks(NOW));
        assertThat(video.next(NOW + 40_000)).isEqualTo((int) VideoTimestamps.ticks(NOW + 40_000));
    }

    @Test
    void aRepeatedBurstGoesOnFromTheNewestPicture() {
        video.burst(25, NOW);
        assertThat(video.burst(25, NOW)).isEqualTo((int) VideoTimestamps.ticks(NOW) + 1);
    }

    @Test
    void soundIsExactBySamplesThoughItArrivesUnevenly() {
        var sound = new AudioTimestamps(Codec.PCMU, 8_000);
        byte[] frame = new byte[160];
        int first = sound.next(NOW, frame);
        assertThat(first).isEqualTo((int) (NOW / 125));
        assertThat(sound.next(NOW + 27_000, frame) - first).isEqualTo(160);
        assertThat(sound.next(NOW + 33_000, frame) - first).isEqualTo(320);
    }

    @Test
    void soundIsBackOnTheWallClockAfterAGap() {
        var sound = new AudioTimestamps(Codec.OPUS, 48_000);
        byte[] twentyMillis = {(byte) (31 << 3)};
        int first = sound.next(NOW, twentyMillis);
        assertThat(sound.next(NOW + 20_000, twentyMillis) - first).isEqualTo(960);
        assertThat(sound.next(NOW + 5_000_000, twentyMillis) - first).isBetween(239_999, 240_001);
    }

    @Test
    void anOpusPacketSaysHowLongItIs() {
        assertThat(AudioTimestamps.opusSamples(new byte[] {(byte) (31 << 3)})).isEqualTo(960);
        assertThat(AudioTimestamps.opusSamples(new byte[] {(byte) (16 << 3)})).isEqualTo(120);
        assertThat(AudioTimestamps.opusSamples(new byte[] {(byte) (13 << 3 | 1)}))
                .isEqualTo(1920);
        assertThat(AudioTimestamps.opusSamples(new byte[] {(byte) (3 << 3)})).isEqualTo(2880);
        assertThat(AudioTimestamps.opusSamples(new byte[] {(byte) (31 << 3 | 3), 3}))
                .isEqualTo(2880);
        assertThat(AudioTimestamps.opusSamples(new byte[0])).isZero();
    }
}
