// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.eufy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.eufy.BridgeAddress;
import io.nightjar.cameras.eufy.BridgePatience;
import io.nightjar.cameras.eufy.EufyBridge;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.simulators.eufy.BridgeCamera;
import io.nightjar.simulators.eufy.BridgeSwitch;
import io.nightjar.simulators.eufy.EufyBridgeSimulator;
import io.nightjar.simulators.head.Head;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Eufy camera at its bridge. Its head goes by steps. */
class EufyContractIT extends DriverContract {

    private static final String PORCH = "T8416P0012345678";
    private static final String DOOR = "T8419P0087654321";
    private static final DeviceSpec DEVICE =
            new DeviceSpec(new DeviceId("bridge"), Vendor.EUFY, "127.0.0.1", null, null);

    @TempDir
    private Path folder;

    /** A camera confirms a step when it has made it. */
    private record Simulated(Head head, EufyBridgeSimulator simulator, EufyBridge bridge, Path names) implements Setup {

        static Simulated in(Path folder) {
            var head = new Head(Clock.systemUTC());
            var simulator = EufyBridgeSimulator.builder()
                    .camera(BridgeCamera.turning(PORCH, "Gate", head))
                    .camera(BridgeCamera.fixed(DOOR, "Door"))
                    .confirmation(Duration.ofMillis(300))
                    .start();
            var bridge = bridge(simulator.port());
            await().atMost(PATIENCE).until(() -> bridge.state().ready());
            return new Simulated(head, simulator, bridge, folder.resolve(UUID.randomUUID() + ".json"));
        }

        static EufyBridge bridge(int port) {
            return EufyBridge.start(
                    new BridgeAddress("127.0.0.1", port, Origin.FILE),
                    new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(5)),
                    BridgePatience.USUAL,
                    state -> {});
        }

        @Override
        public PtzDriver driver() {
            return driver(PORCH);
        }

        PtzDriver driver(@Nullable String channel) {
            return driver(bridge, channel);
        }

        private PtzDriver driver(EufyBridge other, @Nullable String channel) {
            return new EufyLanguage(id -> other, names).open(Wishes.behind(DEVICE, channel, Optional.empty()));
        }

        /** The bridge signs in, not the driver. */
        @Override
        public Optional<PtzDriver> stranger() {
            return Optional.empty();
        }

        @Override
        public PtzDriver nobody() {
            var lost = bridge(Wishes.deafPort());
            lost.close();
            return driver(lost, PORCH);
        }

        @Override
        public void close() {
            bridge.close();
            simulator.close();
        }
    }

    @Override
    protected Setup open() {
        return Simulated.in(folder);
    }

    private Simulated simulated() {
        return (Simulated) setup();
    }

    @Test
    void aCameraWithoutAMotorIsSaidPlainly() {
        try (var door = simulated().driver(DOOR)) {
            var failure = failure(door::abilities);
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(failure.sentence()).contains("T8419").contains("no motor");
        }
    }

    @Test
    void aCameraIsFoundByItsNameAtTheBridge() {
        try (var gate = simulated().driver(null)) {
            gate.move(new Velocity(0, 1, 0, 0), PATIENCE);
            assertThat(setup().head().commands().texts()).containsExactly("step up");
        }
    }

    @Test
    void ofADiagonalTheGreaterPartCounts() {
        try (var gate = setup().driver()) {
            gate.move(new Velocity(-0.4, 0.3, 1, 0), PATIENCE);
            gate.moveBy(0.1, -0.2, 0);
            assertThat(setup().head().commands().texts()).containsExactly("step left", "step down");
            assertThat(failure(() -> gate.move(new Velocity(0, 0, 1, 0), PATIENCE))
                            .kind())
                    .isEqualTo(ErrorKind.UNSUPPORTED);
        }
    }

    @Test
    void aStopLetsNoStepFollow() throws Exception {
        simulated().simulator().turn(BridgeSwitch.ASLEEP, true);
        try (var gate = setup().driver()) {
            var first = CompletableFuture.runAsync(() -> gate.move(new Velocity(1, 0, 0, 0), PATIENCE));
            await().atMost(PATIENCE).until(() -> simulated().bridge().figures().orders() == 1);
            var second = new Thread(() -> gate.move(new Velocity(1, 0, 0, 0), PATIENCE));
            second.start();
            await().atMost(PATIENCE).until(() -> second.getState() == Thread.State.TIMED_WAITING);
            gate.stop();
            simulated().simulator().turn(BridgeSwitch.ASLEEP, false);
            first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(second.join(PATIENCE)).isTrue();
            assertThat(setup().head().commands().texts()).containsExactly("step right");
        }
    }

    @Test
    void namesOfPositionsAreKeptAndTheFifthIsRefused() {
        try (var gate = setup().driver()) {
            assertThat(gate.presets())
                    .extracting(Preset::name)
                    .containsExactly("Position 1", "Position 2", "Position 3", "Position 4");
            assertThat(gate.savePreset("Steps", Optional.empty())).isEqualTo("3");
            assertThat(gate.savePreset("Path", Optional.empty())).isEqualTo("2");
            gate.removePreset("3");
            assertThat(gate.savePreset("Stairs", Optional.empty())).isEqualTo("3");
            gate.savePreset("Tree", Optional.empty());
            gate.savePreset("Pond", Optional.empty());
            assertThat(failure(() -> gate.savePreset("Fifth", Optional.empty())).sentence())
                    .contains("four positions");
        }
        try (var later = setup().driver()) {
            assertThat(later.presets()).extracting(Preset::name).containsExactly("Pond", "Tree", "Path", "Stairs");
        }
    }

    @Test
    void whatTheBridgeNeedsIsSaidAndStepsAreRefusedMeanwhile() {
        try (var gate = setup().driver()) {
            assertThat(gate.position()).isEmpty();
            simulated().simulator().lock(null, "4711");
            await().atMost(PATIENCE).until(() -> gate.bridgeNeeds() == BridgeNeed.VERIFY_CODE);
            assertThat(failure(() -> gate.move(new Velocity(1, 0, 0, 0), PATIENCE))
                            .sentence())
                    .contains("waits for the code");
            assertThat(failure(gate::position).sentence()).contains("waits for the code");
            assertThat(setup().head().commands().texts()).isEmpty();
        }
    }
}
