// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.eufy.BridgeSwitch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The bridge keeps orders for a camera that sleeps: none may pile up there. */
class SleepyCameraIT {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void oneStepAtMostIsKeptForACameraThatSleeps() {
        var head = Bridges.head();
        try (var simulator = Bridges.simulator(head).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            var porch = bridge.head(Bridges.TURNING);
            simulator.turn(BridgeSwitch.ASLEEP, true);
            var first = Bridges.failure(() -> porch.step(EufyDirection.LEFT, () -> true, SHORT));
            assertThat(first.kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(first.sentence()).contains("did not confirm");
            for (int again = 0; again < 5; again++) {
                assertThat(Bridges.failure(() -> porch.step(EufyDirection.LEFT, () -> true, SHORT))
                                .sentence())
                        .contains("was therefore not sent");
            }
            simulator.turn(BridgeSwitch.ASLEEP, false);
            assertThat(porch.step(EufyDirection.UP, () -> true, Bridges.PATIENCE))
                    .isTrue();
            assertThat(head.commands().texts()).containsExactly("step left", "step up");
        }
    }

    @Test
    void aStepThatIsWantedNoMoreOnceItsTurnComesIsNotSent() throws Exception {
        var head = Bridges.head();
        try (var simulator = Bridges.simulator(head).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            var porch = bridge.head(Bridges.TURNING);
            simulator.turn(BridgeSwitch.ASLEEP, true);
            var held = new AtomicBoolean(true);
            var asked = new CompletableFuture<Void>();
            var first =
                    CompletableFuture.supplyAsync(() -> porch.step(EufyDirection.LEFT, () -> true, Bridges.PATIENCE));
            await().atMost(Bridges.PATIENCE).until(() -> bridge.figures().orders() == 1);
            var second = CompletableFuture.supplyAsync(() -> porch.step(
                    EufyDirection.LEFT,
                    () -> {
                        asked.complete(null);
                        return held.get();
                    },
                    Bridges.PATIENCE));
            asked.get(15, TimeUnit.SECONDS);
            held.set(false);
            simulator.turn(BridgeSwitch.ASLEEP, false);
            assertThat(first.get(15, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(15, TimeUnit.SECONDS)).isFalse();
            assertThat(head.commands().texts()).containsExactly("step left");
        }
    }
}
