// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** Whatever people, the network and the camera do: in the end the camera stands. */
class HeadMachineEndsStoppedTest {

    private static final int SEQUENCES = 10_000;
    /** A random one would find more over the years, and fail on somebody else's change. */
    private static final long SEED = 20_260_101L;

    @Test
    void everySequenceEndsStopped() {
        for (long number = 0; number < SEQUENCES; number++) {
            long seed = SEED + number;
            var simulation = new Simulation(seed, false);
            assertThatCode(simulation::run)
                    .as(() -> "sequence with seed " + seed + "\n" + simulation.story())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void withoutStoppingAgainAfterALateAnswerThisTestFails() {
        int failures = 0;
        for (long number = 0; number < 300; number++) {
            failures += fails(SEED + number) ? 1 : 0;
        }
        assertThat(failures).isPositive();
    }

    private static boolean fails(long seed) {
        try {
            new Simulation(seed, true).run();
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }
}
