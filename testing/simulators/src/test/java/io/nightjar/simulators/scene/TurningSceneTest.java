// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.media.I420;
import io.nightjar.simulators.ClockStrip;
import io.nightjar.simulators.Likeness;
import io.nightjar.simulators.Likeness.Grey;
import io.nightjar.simulators.SteppedClock;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurningSceneTest {

    private static final Instant EVENING = Instant.parse("2026-11-21T20:15:03Z");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /** Of the scene: nothing in it moves, so what changes is the view. */
    private final Clock still = Clock.fixed(EVENING, ZoneOffset.UTC);

    private final SteppedClock time = new SteppedClock(EVENING);
    private final Head head = new Head(time);

    static Stream<Scene> scenes() {
        return Stream.of(Scene.driveway(), Scene.garden(), Scene.warehouse(), Scene.harbour());
    }

    private SceneRenderer renderer(Scene scene) {
        return new SceneRenderer(scene, "Scene", WIDTH, HEIGHT, still, head);
    }

    private void look(double pan, double tilt, double zoom) {
        head.seek(Wish.of(pan, tilt, zoom));
        time.set(time.instant().plus(Duration.ofSeconds(20)));
    }

    private static Grey grey(I420 picture) {
        return Grey.of(picture.bytes(), picture.width(), picture.height());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void toTheRightTheContentGoesLeft(Scene scene) {
        var renderer = renderer(scene);
        var before = grey(renderer.render(1));
        look(0.25, 0, 0);

        assertThat(Likeness.movedRight(before, grey(renderer.render(2)))).isEqualTo(-WIDTH / 8);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void upwardsTheContentGoesDown(Scene scene) {
        var renderer = renderer(scene);
        var before = grey(renderer.render(1));
        look(0, 0.25, 0);

        assertThat(Likeness.movedDown(before, grey(renderer.render(2)))).isCloseTo(HEIGHT / 8, within(1));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void zoomedInTheContentIsLarger(Scene scene) {
        var renderer = renderer(scene);
        var wide = grey(renderer.render(1));
        for (var zoom : new double[] {0.5, 1}) {
            look(0, 0, zoom);
            var factor = Math.pow(4, zoom);
            var moving = grey(renderer.render(2));
            var resting = grey(renderer.render(3));

            for (var close : new Grey[] {moving, resting}) {
                assertThat(Likeness.differenceEnlarged(wide, close, factor))
                        .isLessThan(6)
                        .isLessThan(Likeness.differenceEnlarged(wide, close, 1) / 2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theCornersAreThoseOfTheWholeScene(Scene scene) {
        var renderer = renderer(scene);
        renderer.render(1);
        var whole = grey(new SceneRenderer(scene, "Scene", 2 * WIDTH, 2 * HEIGHT, still).render(1));
        for (var pan = -1; pan <= 1; pan += 2) {
            for (var tilt = -1; tilt <= 1; tilt += 2) {
                look(pan, tilt, 0);
                var turning = grey(renderer.render(2));
                var resting = grey(renderer.render(2));

                assertThat(Arrays.equals(turning.pixels(), resting.pixels())).isTrue();
                assertLike(whole, pan < 0 ? 0 : WIDTH, tilt > 0 ? 0 : HEIGHT, resting);
            }
        }
    }

    /** Label and strip differ in size, so the part of both pictures that holds them is left out. */
    private static void assertLike(Grey whole, int left, int top, Grey part) {
        var most = 0;
        for (var y = HEIGHT / 4; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                most = Math.max(most, Math.abs(part.at(x, y) - whole.at(left + x, top + y)));
            }
        }
        // Edges that are cut off may be rounded another way.
        assertThat(most).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theStripStaysWhereItIs(Scene scene) {
        var renderer = renderer(scene);
        for (var step = 0; step < 8; step++) {
            head.move(Wish.of(step % 3 - 1, step % 2, 0.5), Duration.ofSeconds(1));
            time.set(time.instant().plusMillis(400));

            assertThat(ClockStrip.read(renderer.render(step)))
                    .contains(new ClockStrip.Reading(step, EVENING.toEpochMilli()));
        }
    }
}
