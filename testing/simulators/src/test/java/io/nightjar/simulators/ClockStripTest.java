// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.I420;
import io.nightjar.simulators.ClockStrip.Reading;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockStripTest {

    private static final Reading READING = new Reading(0xfedc_ba98L, 1_795_240_806_123L);

    @ParameterizedTest
    @CsvSource({"640,360", "1280,720", "480,270", "320,180", "1920,1080", "640,480", "426,240", "854,480"})
    void aStripIsReadBackAtAnySize(int width, int height) {
        var picture = new I420(width, height);

        ClockStrip.write(picture, READING);

        assertThat(ClockStrip.read(picture)).contains(READING);
    }

    @Test
    void theLargestAndTheSmallestNumbersFit() {
        var picture = new I420(640, 360);
        var largest = new Reading(0xffff_ffffL, (1L << 44) - 1);

        ClockStrip.write(picture, largest);
        assertThat(ClockStrip.read(picture)).contains(largest);

        ClockStrip.write(picture, new Reading(0, 0));
        assertThat(ClockStrip.read(picture)).contains(new Reading(0, 0));
    }

    @Test
    void onlyTheTopLeftCornerIsPaintedOver() {
        var picture = new I420(640, 360);
        picture.fill(100, 90, 80);

        ClockStrip.write(picture, READING);

        assertThat(picture.bytes()[15 * 640 + 384] & 0xff).isEqualTo(100);
        assertThat(picture.bytes()[16 * 640] & 0xff).isEqualTo(100);
        assertThat(picture.bytes()[picture.uOffset()] & 0xff).isEqualTo(128);
        assertThat(picture.bytes()[picture.uOffset() + 8 * 320] & 0xff).isEqualTo(90);
        assertThat(picture.bytes()[picture.vOffset() + 192] & 0xff).isEqualTo(80);
    }

    @Test
    void aPictureWithoutAStripReadsAsNothing() {
        var picture = new I420(640, 360);
        picture.fill(16, 128, 128);
        assertThat(ClockStrip.read(picture)).isEmpty();

        new Random(7).nextBytes(picture.bytes());
        assertThat(ClockStrip.read(picture)).isEmpty();
        assertThat(ClockStrip.read(new I420(100, 100))).isEmpty();
    }

    @Test
    void anyOneDamagedCellIsNoticed() {
        var picture = new I420(640, 360);
        for (var cell = 0; cell < 96; cell++) {
            ClockStrip.write(picture, READING);
            invert(picture, cell % 48 * 8, cell < 48 ? 0 : 8);

            assertThat(ClockStrip.read(picture)).as("cell %d", cell).isEmpty();
        }
    }

    private static void invert(I420 picture, int left, int top) {
        for (var y = top; y < top + 8; y++) {
            for (var x = left; x < left + 8; x++) {
                var at = y * 640 + x;
                picture.bytes()[at] = (byte) (251 - (picture.bytes()[at] & 0xff));
            }
        }
    }
}
