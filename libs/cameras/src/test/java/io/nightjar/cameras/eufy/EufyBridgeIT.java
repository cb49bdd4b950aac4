// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.eufy.BridgeSwitch;
import io.nightjar.simulators.eufy.EufyBridgeSimulator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EufyBridgeIT {

    @ParameterizedTest
    @CsvSource({"21, true", "20, false", "13, false", "12, false", "4, false", "3, false", "99, true"})
    void theNewestVersionThatBothSpeakIsAgreedOn(int theirs, boolean presets) {
        var head = Bridges.head();
        try (var simulator = Bridges.simulator(head).maxSchema(theirs).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            assertThat(bridge.state().schema()).isEqualTo(Math.min(theirs, 21));
            assertThat(bridge.serials(Bridges.PATIENCE)).containsExactly(Bridges.TURNING, Bridges.FIXED);
            var porch = bridge.head(Bridges.TURNING);
            assertThat(porch.skills(Bridges.PATIENCE)).isEqualTo(new EufyHead.Skills(true, presets));
            assertThat(porch.step(EufyDirection.LEFT, () -> true, Bridges.PATIENCE))
                    .isTrue();
            await().atMost(Bridges.PATIENCE)
                    .untilAsserted(() -> assertThat(head.view().pan()).isCloseTo(-0.1, within(1e-6)));
        }
    }

    @Test
    void aBridgeThatIsTooOldIsRefusedWithTheReason() {
        try (var simulator = Bridges.simulator(Bridges.head()).maxSchema(2).start();
                var bridge = Bridges.to(simulator.port())) {
            var state = Bridges.await(bridge, now -> now.error() != null);
            assertThat(state.reason()).contains("up to 2").contains("update it");
        }
    }

    @Test
    void everyDirectionGoesItsWayAndIsConfirmed() {
        var head = Bridges.head();
        try (var simulator = Bridges.simulator(head).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            var porch = bridge.head(Bridges.TURNING);
            for (var direction : EufyDirection.values()) {
                assertThat(porch.step(direction, () -> true, Bridges.PATIENCE)).isTrue();
                simulator.motion(Bridges.TURNING);
            }
            assertThat(head.commands().texts()).containsExactly("step left", "step right", "step up", "step down");
        }
    }

    @Test
    void positionsAreSavedFoundAndForgotten() {
        var head = Bridges.head();
        try (var simulator = Bridges.simulator(head).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            var porch = bridge.head(Bridges.TURNING);
            porch.savePreset(3, Bridges.PATIENCE);
            porch.gotoPreset(3, Bridges.PATIENCE);
            porch.deletePreset(3, Bridges.PATIENCE);
            var gone = Bridges.failure(() -> porch.gotoPreset(3, Bridges.PATIENCE));
            assertThat(gone.sentence()).contains("ERROR_INVALID_PARAM (-110)");
            assertThat(head.commands().texts()).containsExactly("save 3", "goto 3", "delete 3", "goto 3");
        }
    }

    @Test
    void whatACameraCannotDoIsSaid() {
        try (var simulator = Bridges.simulator(Bridges.head()).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            var door = bridge.head(Bridges.FIXED);
            assertThat(door.skills(Bridges.PATIENCE)).isEqualTo(new EufyHead.Skills(false, false));
            assertThat(door.names(Bridges.PATIENCE)).isEqualTo(new EufyHead.Names("T8419", "Door"));
            var still = Bridges.failure(() -> door.step(EufyDirection.UP, () -> true, Bridges.PATIENCE));
            assertThat(still.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
            var unknown = Bridges.failure(
                    () -> bridge.head("T8416NOBODY").step(EufyDirection.UP, () -> true, Bridges.PATIENCE));
            assertThat(unknown.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }
    }

    @Test
    void aStationThatIsAwayIsSaidWhenTheCameraWasExpectedToAnswer() {
        try (var simulator = Bridges.simulator(Bridges.head()).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            simulator.turn(BridgeSwitch.STATION_AWAY, true);
            var failure = Bridges.failure(
                    () -> bridge.head(Bridges.TURNING).step(EufyDirection.UP, () -> true, Bridges.PATIENCE));
            assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(failure.sentence()).contains("ERROR_DEV_OFFLINE");
        }
    }

    @Test
    void nobodyIsSignedInUntilTheDriverIsAskedTo() {
        try (var simulator = Bridges.simulator(Bridges.head()).signedOut().start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            assertThat(simulator.signIns()).isEqualTo(1);
            assertThat(bridge.serials(Bridges.PATIENCE)).hasSize(2);
        }
    }

    @Test
    void ordersBeforeReadinessAreRefusedNotKept() {
        var head = Bridges.head();
        try (var simulator = Bridges.simulator(head).code("4711").start();
                var bridge = Bridges.to(simulator.port())) {
            Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
            var refused = Bridges.failure(
                    () -> bridge.head(Bridges.TURNING).step(EufyDirection.UP, () -> true, Bridges.PATIENCE));
            assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIG);
            assertThat(refused.sentence()).contains("waits for the code");
            bridge.enterVerifyCode("4711", Bridges.PATIENCE);
            Bridges.ready(bridge);
            assertThat(head.commands().texts()).isEmpty();
        }
    }

    @Test
    void aPictureThenACodeSignItInAndWrongOnesAreAskedForAgain() {
        try (var simulator = Bridges.simulator(Bridges.head())
                        .captcha("0815")
                        .code("4711")
                        .start();
                var bridge = Bridges.to(simulator.port())) {
            var first = Bridges.await(bridge, state -> state.needs() == BridgeNeed.CAPTCHA);
            assertThat(first.captcha()).startsWith("data:image/png;base64,");
            assertThat(Bridges.failure(() -> bridge.enterVerifyCode("1", Bridges.PATIENCE))
                            .sentence())
                    .contains("waits for no code now");
            bridge.enterCaptcha("1234", Bridges.PATIENCE);
            Bridges.await(bridge, state -> state.needs() == BridgeNeed.CAPTCHA);
            bridge.enterCaptcha("0815", Bridges.PATIENCE);
            Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
            bridge.enterVerifyCode("wrong", Bridges.PATIENCE);
            Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
            assertThat(simulator.codesSent()).isEqualTo(2);
            bridge.enterVerifyCode("4711", Bridges.PATIENCE);
            var last = Bridges.await(bridge, BridgeState::ready);
            assertThat(last.needs()).isEqualTo(BridgeNeed.NOTHING);
            assertThat(last.captcha()).isNull();
        }
    }

    @Test
    void aCodeThatIsAlreadyOnItsWayIsNotMadeWorthlessByConnectingAgain() {
        try (var simulator = Bridges.simulator(Bridges.head()).code("4711").start()) {
            try (var bridge = Bridges.to(simulator.port())) {
                Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
                bridge.reconnect();
                await().atMost(Bridges.PATIENCE).until(() -> simulator.connectionsEver() >= 2);
                Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
            }
            try (var later = Bridges.to(simulator.port())) {
                Bridges.await(later, state -> state.needs() == BridgeNeed.VERIFY_CODE);
            }
            assertThat(simulator.codesSent()).isEqualTo(1);
        }
    }

    @Test
    void aRestartIsSurvivedAndWhoeverWaitedWasToldAtOnce() throws Exception {
        try (var simulator = Bridges.simulator(Bridges.head()).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            simulator.turn(BridgeSwitch.UNCONFIRMED, true);
            var waiting = CompletableFuture.supplyAsync(() -> Bridges.failure(() ->
                    bridge.head(Bridges.TURNING).step(EufyDirection.UP, () -> true, Bridges.PATIENCE.plusSeconds(30))));
            await().atMost(Bridges.PATIENCE).until(() -> bridge.figures().orders() == 1);
            simulator.stop();
            assertThat(waiting.get(15, java.util.concurrent.TimeUnit.SECONDS).sentence())
                    .contains("shut down");
            Bridges.await(bridge, state -> state.error() == ErrorKind.REFUSED);
            var away = Bridges.failure(() -> bridge.serials(Bridges.PATIENCE));
            assertThat(away.sentence()).contains("is not running at 127.0.0.1:" + simulator.port());
            simulator.turn(BridgeSwitch.UNCONFIRMED, false);
            simulator.start();
            Bridges.ready(bridge);
            assertThat(bridge.head(Bridges.TURNING).step(EufyDirection.UP, () -> true, Bridges.PATIENCE))
                    .isTrue();
        }
    }

    @Test
    void aConnectionThatBreaksIsMadeAgain() {
        try (var simulator = Bridges.simulator(Bridges.head()).start();
                var bridge = Bridges.ready(Bridges.to(simulator.port()))) {
            simulator.drop();
            await().atMost(Bridges.PATIENCE).until(() -> simulator.connectionsEver() == 2);
            Bridges.ready(bridge);
            assertThat(bridge.figures().connections()).isBetween(1L, 2L);
        }
    }

    @Test
    void theApiMayNotPointAtThisMachine() {
        try (var simulator = EufyBridgeSimulator.builder().start();
                var bridge = Bridges.to(new BridgeAddress("127.0.0.1", simulator.port(), Origin.API))) {
            var state = Bridges.await(bridge, now -> now.error() != null);
            assertThat(state.error()).isEqualTo(ErrorKind.FORBIDDEN_ADDRESS);
            assertThat(simulator.connectionsEver()).isZero();
        }
    }
}
