// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.simulators.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PtzHeadTest {

    private final SteppedClock clock = new SteppedClock(Instant.EPOCH);
    private final PtzHead head = new PtzHead(clock);

    private static PtzWish pan(double x) {
        return new PtzWish(Optional.of(x), Optional.empty(), Optional.empty());
    }

    private static PtzWish zoom(double z) {
        return new PtzWish(Optional.empty(), Optional.empty(), Optional.of(z));
    }

    private void after(double seconds) {
        clock.set(clock.instant().plusMillis((long) (seconds * 1000)));
    }

    @Test
    void positionsFollowTime() {
        head.move(pan(0.5), Duration.ofSeconds(10));
        after(1);
        assertThat(head.view().pan()).isCloseTo(0.2, within(1e-9));
        head.move(pan(-1), Duration.ofSeconds(1));
        after(5);

        assertThat(head.view().pan()).isCloseTo(-0.2, within(1e-9));
        assertThat(head.turning()).isFalse();
    }

    @Test
    void headAndLensMoveOnTheirOwn() {
        head.move(pan(1), Duration.ofSeconds(10));
        head.move(zoom(1), Duration.ofSeconds(10));
        after(1);
        head.stop(true, false);
        after(1);

        assertThat(head.view().pan()).isCloseTo(0.4, within(1e-9));
        assertThat(head.view().zoom()).isCloseTo(0.5, within(1e-9));
        assertThat(head.zooming()).isTrue();
    }

    @Test
    void aPositionIsReachedAtTheSpeedAskedFor() {
        head.seek(pan(-0.4), Optional.of(pan(0.5)));
        after(1);
        assertThat(head.view().pan()).isCloseTo(-0.2, within(1e-9));
        after(1.001);

        assertThat(head.view().pan()).isCloseTo(-0.4, within(1e-6));
        assertThat(head.turning()).isFalse();
    }

    @Test
    void limitsHold() {
        head.shift(pan(9), Optional.empty());
        after(60);
        head.move(zoom(-1), Duration.ofSeconds(10));

        assertThat(head.view()).isEqualTo(new PtzHead.View(1, 0, 0));
        assertThat(head.zooming()).isFalse();
        assertThat(head.holds(pan(1.01))).isFalse();
    }
}
