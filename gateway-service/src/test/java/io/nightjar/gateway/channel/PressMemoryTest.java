// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.gateway.head.HoldOrder;
import io.nightjar.kit.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PressMemoryTest {
    private final List<String> kept = new ArrayList<>();
    private final PressMemory memory = new PressMemory((action, result) -> kept.add(action + " " + result));

    private static PtzMessage hold(long press) {
        return new PtzMessage.Hold("gate", new HoldOrder(press, 1, 0, 0, 0));
    }

    private static PtzMessage stop(long press) {
        return new PtzMessage.Stop("gate", press);
    }

    @Test
    void ofEachPressTheFirstThatCameOfItIsKept() {
        memory.held(1);
        memory.answered(hold(1), Problem.of(Problem.Kind.CONFLICT, "Anna is moving this camera."));
        memory.held(1);
        memory.answered(hold(1), null);
        memory.held(2);
        memory.answered(hold(2), new IllegalStateException("a fault"));
        assertThat(kept).containsExactly("ptz.move conflict", "ptz.move internal");
    }

    @Test
    void oneStopStandsForThoseBeforeAndEachStopOfEverythingIsKept() {
        memory.stopped(-1);
        memory.answered(stop(0), null);
        memory.stopped(3);
        memory.stopped(3);
        memory.stopped(4);
        memory.answered(stop(4), Problem.of(Problem.Kind.TIMEOUT, "Too slow."));
        memory.stopped(-1);
        memory.answered(stop(4), null);
        assertThat(kept).containsExactly("ptz.stop ok", "ptz.stop timeout", "ptz.stop timeout", "ptz.stop ok");
    }

    @Test
    void whatNobodyAnsweredIsKeptInTheEndAndNotAllOfItInMemory() {
        for (int press = 1; press <= 100; press++) {
            memory.held(press);
            memory.stopped(press);
        }
        assertThat(kept).hasSize(2 * 84);
        memory.close();
        memory.close();
        assertThat(kept).hasSize(200).allMatch(entry -> entry.endsWith(" null"));
    }
}
