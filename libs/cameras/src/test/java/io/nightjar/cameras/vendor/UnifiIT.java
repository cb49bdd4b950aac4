// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.vendor.SimulatedVendors.CANDIDATES;
import static io.nightjar.cameras.vendor.SimulatedVendors.PREFLIGHT;
import static io.nightjar.cameras.vendor.SimulatedVendors.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.unifi.ConsoleAddress;
import io.nightjar.cameras.unifi.ProtectConsole;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.unifi.ConsoleSwitch;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The adapter and the session against a console that answers as a real one does. */
class UnifiIT {

    @Test
    void aConsoleSeesOneSignInHoweverManyAsk() throws Exception {
        try (var console = io.nightjar.simulators.unifi.ProtectConsole.builder("console")
                .cameras(2)
                .start()) {
            var session = session(console);
            ask20Times(session, console.cameras().getFirst().id());
            assertThat(console.logins()).isEqualTo(1);

            console.expireSessions();
            ask20Times(session, console.cameras().getLast().id());
            assertThat(console.logins()).isEqualTo(2);

            console.turnOn(ConsoleSwitch.SESSIONS_EXPIRE);
            fails(ErrorKind.AUTH, () -> session.snapshot("any", TIMEOUT));
        }
    }

    @Test
    void aSecondFactorAndAThrottledConsoleAreExplained() {
        try (var console =
                io.nightjar.simulators.unifi.ProtectConsole.builder("console").start()) {
            console.turnOn(ConsoleSwitch.SECOND_FACTOR);
            assertThatThrownBy(() -> session(console).cameras(TIMEOUT)).hasMessageContaining("local account");
            console.turnOff(ConsoleSwitch.SECOND_FACTOR);
            console.turnOn(ConsoleSwitch.THROTTLED);
            fails(ErrorKind.RESET, () -> session(console).cameras(TIMEOUT));
        }
    }

    @Test
    void aConsolesStreamAnswersUnderItsAliasInTheClearAndOverTls() {
        try (var console =
                io.nightjar.simulators.unifi.ProtectConsole.builder("console").start()) {
            var key = new Credentials("", "", Map.of(Credentials.API_KEY, console.apiKey()));
            var camera = console.cameras().getFirst();
            var device = "vendor: unifi, host: 127.0.0.1, ports: " + console.ports() + ", certificate: \""
                    + console.fingerprint() + "\"";
            var wish = Cameras.wish(
                    device.replace("=", ": "),
                    "vendor: unifi, channel: \"" + camera.id() + "\"",
                    Role.MAIN,
                    Optional.of(key));

            assertThat(CANDIDATES.of(wish, TIMEOUT)).hasSize(2).allSatisfy(candidate -> {
                var answer = PREFLIGHT.ask(candidate.address(), wish.credentials(), Origin.FILE, TIMEOUT);
                assertThat(answer.sdp()).contains("m=video");
            });
        }
    }

    private static void ask20Times(ProtectConsole session, String camera) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Future<byte[]>>mapToObj(number -> threads.submit(() -> {
                        assertThat(session.cameras(TIMEOUT)).hasSize(2);
                        return session.snapshot(camera, TIMEOUT);
                    }))
                    .toList();
            for (var each : all) {
                assertThat(ImageIO.read(new ByteArrayInputStream(each.get()))).isNotNull();
            }
        }
    }

    private static ProtectConsole session(io.nightjar.simulators.unifi.ProtectConsole console) {
        var address = new ConsoleAddress(
                "127.0.0.1", console.ports().get("https"), Optional.of(console.fingerprint()), Origin.FILE);
        var credentials = Optional.ofNullable(console.credentials()).orElseThrow();
        return new ProtectConsole(Cameras.http(), address, credentials, new MovedClock());
    }
}
