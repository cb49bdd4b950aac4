// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.simulators.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadTest {

    private final SteppedClock clock = new SteppedClock(Instant.EPOCH);
    private final Head head = new Head(clock);

    private void after(double seconds) {
        clock.set(clock.instant().plusMillis((long) (seconds * 1000)));
    }

    @Test
    void positionsFollowTime() {
        head.move(Wish.pan(0.5), Duration.ofSeconds(10));
        after(1);
        assertThat(head.view().pan()).isCloseTo(0.2, within(1e-9));
        head.move(Wish.pan(-1), Duration.ofSeconds(1));
        after(5);

        assertThat(head.view().pan()).isCloseTo(-0.2, within(1e-9));
        assertThat(head.turning()).isFalse();
    }

    @Test
    void headAndLensMoveOnTheirOwn() {
        head.move(Wish.pan(1), Duration.ofSeconds(10));
        head.move(Wish.zoom(1), Duration.ofSeconds(10));
        after(1);
        head.stop(true, false);
        after(1);

        assertThat(head.view().pan()).isCloseTo(0.4, within(1e-9));
        assertThat(head.view().zoom()).isCloseTo(0.5, within(1e-9));
        assertThat(head.zooming()).isTrue();
    }

    @Test
    void aPositionIsReachedAtTheSpeedAskedFor() {
        head.seek(Wish.pan(-0.4), Optional.of(Wish.pan(0.5)));
        after(1);
        assertThat(head.view().pan()).isCloseTo(-0.2, within(1e-9));
        after(1.001);

        assertThat(head.view().pan()).isCloseTo(-0.4, within(1e-6));
        assertThat(head.turning()).isFalse();
    }

    @Test
    void limitsHold() {
        head.shift(Wish.pan(9), Optional.empty());
        after(60);
        head.move(Wish.zoom(-1), Duration.ofSeconds(10));

        assertThat(head.view()).isEqualTo(new View(1, 0, 0));
        assertThat(head.zooming()).isFalse();
        assertThat(head.holds(Wish.pan(1.01))).isFalse();
    }

    @Test
    void presetsAreListedInTheOrderTheyWereStored() {
        head.seek(Wish.of(0.5, -0.5, 1));
        after(20);
        head.presets().store("7", "gate");
        head.presets().store("a/b ü", "door", new View(1, 1, 0));
        head.presets().store("7", "the gate", new View(-0.2, 0, 0));

        assertThat(head.presets().list().keySet()).containsExactly("7", "a/b ü");
        assertThat(head.presets().goTo("7")).isTrue();
        after(20);
        assertThat(head.view()).isEqualTo(new View(-0.2, 0, 0));
        assertThat(head.presets().remove("7")).isTrue();
        assertThat(head.presets().remove("7")).isFalse();
        assertThat(head.presets().goTo("7")).isFalse();
    }

    @Test
    void homeIsStraightAheadUntilItIsSetElsewhere() {
        head.setHome(new View(0.1, 0.1, 0.1));
        head.goHome();
        after(20);

        assertThat(head.view()).isEqualTo(new View(0.1, 0.1, 0.1));
    }

    @Test
    void theJournalKeepsTheNewestAndTellsOfEach() {
        var heard = new ArrayList<String>();
        head.commands().listen(command -> heard.add(command.text()));
        for (var i = 1; i <= 1001; i++) {
            head.commands().record("move " + i);
        }
        after(1);
        head.commands().record("stop");

        assertThat(heard).hasSize(1002);
        assertThat(head.commands().texts()).hasSize(1000).startsWith("move 3").endsWith("stop");
        assertThat(head.commands().all().getLast().at()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        head.commands().clear();
        assertThat(head.commands().all()).isEmpty();
    }
}
