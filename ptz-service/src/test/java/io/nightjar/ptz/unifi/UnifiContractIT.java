// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.unifi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.unifi.ConsoleAddress;
import io.nightjar.cameras.unifi.KeyHead;
import io.nightjar.cameras.unifi.ProtectHead;
import io.nightjar.cameras.unifi.ProtectIntegration;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;
import io.nightjar.simulators.scene.Scene;
import io.nightjar.simulators.unifi.ConsoleSwitch;
import io.nightjar.simulators.unifi.ProtectConsole;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A motorised camera behind a console that is signed in to by user and password. */
class UnifiContractIT extends DriverContract {

    private record Simulated(ProtectConsole console) implements Setup {

        static Simulated start() {
            return new Simulated(ProtectConsole.builder("Console")
                    .camera("Yard", Scene.garden(), new Head(Clock.systemUTC()))
                    .camera("Flex", Scene.harbour())
                    .start());
        }

        @Override
        public Head head() {
            return requireNonNull(console.cameras().getFirst().head());
        }

        @Override
        public PtzDriver driver() {
            return driver(console.cameras().getFirst().id());
        }

        PtzDriver driver(String channel) {
            return open(signedIn(console.ports(), "protect"), channel);
        }

        /** With a key alone. */
        PtzDriver keyed(String channel) {
            var address = ConsoleAddress.of(device(console.ports()));
            return open(
                    new KeyHead(
                            timeout -> new ProtectIntegration(Wishes.http(), address, console.apiKey(), timeout),
                            channel),
                    channel);
        }

        @Override
        public Optional<PtzDriver> stranger() {
            return Optional.of(open(
                    signedIn(console.ports(), "guess"),
                    console.cameras().getFirst().id()));
        }

        @Override
        public PtzDriver nobody() {
            return open(signedIn(Map.of(Ports.HTTPS, Wishes.deafPort()), "protect"), "65a0");
        }

        private static io.nightjar.cameras.unifi.ProtectConsole signedIn(Map<String, Integer> ports, String password) {
            return new io.nightjar.cameras.unifi.ProtectConsole(
                    Wishes.http(),
                    ConsoleAddress.of(device(ports)),
                    new Credentials("nightjar", password),
                    Clock.systemUTC());
        }

        private static PtzDriver open(io.nightjar.cameras.unifi.ProtectConsole session, String channel) {
            return open(session.head(channel), channel);
        }

        private static PtzDriver open(ProtectHead head, String channel) {
            var language = new UnifiLanguage(new UnifiLanguage.Consoles() {
                @Override
                public ProtectHead head(DeviceId device, String asked) {
                    assertThat(asked).isEqualTo(channel);
                    return head;
                }

                @Override
                public List<ConsoleCamera> cameras(DeviceId device) {
                    return List.of(new ConsoleCamera(channel, "Gate", null, true, null, List.of()));
                }
            });
            return language.open(Wishes.behind(device(Map.of()), channel, Optional.empty()));
        }

        private static DeviceSpec device(Map<String, Integer> ports) {
            return new DeviceSpec(
                    new DeviceId("console"), Vendor.UNIFI, "127.0.0.1", null, null, ports, null, Origin.FILE);
        }

        @Override
        public void close() {
            console.close();
        }
    }

    @Override
    protected Setup open() {
        return Simulated.start();
    }

    private Simulated simulated() {
        return (Simulated) setup();
    }

    @Test
    void presetsOfTheConsoleAreListedAndGoneTo() {
        var head = setup().head();
        head.presets().store("0", "Gate", new View(0.2, 0.1, 0));
        head.presets().store("2", "", new View(-0.2, 0, 0));
        try (var yard = setup().driver()) {
            assertThat(yard.presets()).containsExactly(new Preset("0", "Gate"), new Preset("2", "Preset 3"));
            yard.gotoPreset("2");
            yard.home();
            assertThat(head.commands().texts()).containsExactly("goto 2", "home");
            assertThat(failure(() -> yard.gotoPreset("4")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> yard.gotoPreset("gate/1")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> yard.savePreset("New", Optional.empty())).sentence())
                    .contains("in UniFi Protect");
            assertThat(yard.position()).isEmpty();
        }
    }

    @Test
    void aCameraWithoutAMotorIsSaidPlainly() {
        var flex = simulated().console().cameras().getLast().id();
        try (var driver = simulated().driver(flex)) {
            var failure = failure(driver::abilities);
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
            assertThat(failure.sentence()).contains("G5 Flex").contains("no motor");
            assertThat(failure(() -> driver.move(new Velocity(1, 0, 0, 0), Duration.ofSeconds(1)))
                            .kind())
                    .isEqualTo(ErrorKind.UNSUPPORTED);
        }
        try (var keyed = simulated().keyed(flex)) {
            assertThat(failure(() -> keyed.gotoPreset("0")).sentence()).contains("no motor");
        }
    }

    @Test
    void withAKeyAloneThereArePresetsOnly() {
        var head = setup().head();
        head.presets().store("1", "Gate", new View(0.2, 0.1, 0));
        try (var keyed =
                simulated().keyed(simulated().console().cameras().getFirst().id())) {
            var can = keyed.abilities();
            assertThat(can.presets() && can.home()).isTrue();
            assertThat(can.panTilt() || can.zoom() || can.savePresets()).isFalse();
            assertThat(keyed.presets()).hasSize(5);
            keyed.gotoPreset("1");
            keyed.home();
            keyed.stop();
            assertThat(head.commands().texts()).containsExactly("goto 1", "home");
            assertThat(failure(() -> keyed.gotoPreset("3")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> keyed.move(new Velocity(1, 0, 0, 0), Duration.ofSeconds(1)))
                            .sentence())
                    .contains("user and a password");
        }
    }

    @Test
    void anAccountThatGetsItsRoleMovesCamerasAtOnce() {
        var console = simulated().console();
        console.turnOn(ConsoleSwitch.NO_ROLE);
        try (var yard = setup().driver()) {
            var refused = failure(yard::abilities);
            assertThat(refused.kind()).isEqualTo(ErrorKind.AUTH);
            assertThat(failure(() -> yard.move(new Velocity(1, 0, 0, 0), Duration.ofSeconds(1)))
                            .sentence())
                    .contains("may not move cameras");
            assertThat(yard.afterRefusal()).isLessThanOrEqualTo(Duration.ofSeconds(30));
            console.turnOff(ConsoleSwitch.NO_ROLE);
            assertThat(yard.abilities().panTilt()).isTrue();
            yard.move(new Velocity(1, 0, 0, 0), Duration.ofSeconds(1));
            yard.stop();
        }
        assertThat(console.logins()).isEqualTo(1);
        assertThat(setup().head().commands().texts()).endsWith("stop").hasSize(2);
    }

    @Test
    void allOrdersAreOneSignIn() {
        try (var yard = setup().driver()) {
            for (int each = 0; each < 10; each++) {
                yard.move(new Velocity(0.5, 0, 0, 0), Duration.ofSeconds(1));
                yard.stop();
            }
        }
        assertThat(simulated().console().logins()).isEqualTo(1);
        assertThat(setup().head().commands().texts()).hasSize(20).endsWith("stop");
    }
}
