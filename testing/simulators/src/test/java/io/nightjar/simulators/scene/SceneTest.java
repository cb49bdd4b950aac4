// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.I420;
import io.nightjar.simulators.SteppedClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SceneTest {

    private static final Instant EVENING = Instant.parse("2026-11-21T20:15:00Z");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /** Below the clock strip and the label. */
    private static final int FIRST_ROW = 40;

    static Stream<Scene> scenes() {
        return Stream.of(Scene.driveway(), Scene.garden(), Scene.warehouse(), Scene.harbour());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSceneIsAPureFunctionOfTime(Scene scene) {
        assertThat(luma(scene, EVENING)).isEqualTo(luma(scene, EVENING));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void somethingMovesInEachSecondOfAMinute(Scene scene) {
        var clock = new SteppedClock(EVENING);
        var renderer = new SceneRenderer(scene, "Scene", WIDTH, HEIGHT, clock);
        var before = luma(renderer.render(0));
        for (var second = 1; second <= 60; second += 7) {
            clock.set(EVENING.plusSeconds(second));
            var now = luma(renderer.render(second));
            var changed = 0;
            for (var i = FIRST_ROW * WIDTH; i < now.length; i++) {
                changed += Math.abs((now[i] & 0xff) - (before[i] & 0xff)) > 8 ? 1 : 0;
            }
            assertThat(changed).as("pixels that changed after %d s", second).isGreaterThan(200);
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSceneIsNeitherDarkNorFlat(Scene scene) {
        var luma = luma(scene, EVENING);
        var sum = 0.0;
        var squares = 0.0;
        for (var value : luma) {
            sum += value & 0xff;
            squares += Math.pow(value & 0xff, 2);
        }
        var mean = sum / luma.length;

        assertThat(mean).isBetween(50.0, 200.0);
        assertThat(Math.sqrt(squares / luma.length - mean * mean)).isGreaterThan(20);
    }

    private static byte[] luma(Scene scene, Instant time) {
        return luma(new SceneRenderer(scene, "Scene", WIDTH, HEIGHT, Clock.fixed(time, ZoneOffset.UTC)).render(1));
    }

    private static byte[] luma(I420 picture) {
        return Arrays.copyOf(picture.bytes(), picture.uOffset());
    }
}
