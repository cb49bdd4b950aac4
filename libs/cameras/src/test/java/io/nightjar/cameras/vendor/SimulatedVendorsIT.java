// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Candidates;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.MjpegStream;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.RtspPreflight;
import io.nightjar.cameras.SnapshotSource;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.amcrest.AmcrestAddress;
import io.nightjar.cameras.amcrest.AmcrestApi;
import io.nightjar.cameras.reolink.ReolinkAddress;
import io.nightjar.cameras.reolink.ReolinkApi;
import io.nightjar.cameras.reolink.ReolinkCommand;
import io.nightjar.cameras.unifi.ConsoleAddress;
import io.nightjar.cameras.unifi.ProtectConsole;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.amcrest.AmcrestCamera;
import io.nightjar.simulators.amcrest.AmcrestSwitch;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.reolink.ReolinkCamera;
import io.nightjar.simulators.reolink.ReolinkSwitch;
import io.nightjar.simulators.unifi.ConsoleSwitch;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapters against cameras that answer as the real ones do. */
class SimulatedVendorsIT {

    private static final Credentials HARD = new Credentials("ad@min", "p)#w:%");

    private final Candidates candidates =
            Candidates.standard(Cameras.http(), (wish, timeout) -> List.of(), Consoles.none(), "127.0.0.1");
    private final RtspPreflight preflight =
            new RtspPreflight(new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(2)));

    @Test
    void reolinksStreamsAreFoundUnderOldNamesAndNewOnes() {
        try (var camera =
                ReolinkCamera.builder("gate").credentials("ad@min", "p)#w:%").start()) {
            assertThat(answering(wish("reolink", camera, "", Role.MAIN))).isEqualTo("/Preview_01_main");
            camera.turnOn(ReolinkSwitch.LEGACY_PATHS_ONLY);
            assertThat(answering(wish("reolink", camera, "", Role.SUB))).isEqualTo("/h264Preview_01_sub");
        }
    }

    @Test
    void reolinksPicturesAndCommandsNeedNoMoreThanOneSession() throws Exception {
        try (var camera =
                ReolinkCamera.builder("gate").credentials("ad@min", "p)#w:%").start()) {
            var wish = wish("reolink", camera, ", streams: {sub: {protocol: snapshot}}", Role.SUB);
            try (var source = source(wish)) {
                assertThat(ImageIO.read(new ByteArrayInputStream(source.next(TIMEOUT)))
                                .getWidth())
                        .isPositive();
            }
            try (var api = new ReolinkApi(Cameras.http(), ReolinkAddress.of(wish), HARD, new MovedClock())) {
                assertThat(api.device().channels()).isEqualTo(1);
                assertThat(api.encoding(0).main().width())
                        .isGreaterThan(api.encoding(0).sub().width());
                camera.turnOn(ReolinkSwitch.BATCHES_FAIL);
                assertThat(api.askAll(List.of(ReolinkCommand.of("GetDevInfo"), ReolinkCommand.ofChannel("GetEnc", 0))))
                        .allSatisfy(answer -> assertThat(answer).isPresent());
                camera.expireSessions();
                assertThat(api.device().model()).isNotBlank();
                camera.turnOn(ReolinkSwitch.LOGOUT_GARBAGE);
            }
            assertThat(camera.logins()).isEqualTo(2);
            assertThat(camera.sessionsOpen()).isZero();
        }
    }

    @Test
    void reolinksRefusalsAreExplained() {
        try (var camera =
                ReolinkCamera.builder("gate").credentials("admin", "other").start()) {
            var wish = wish("reolink", camera, ", streams: {sub: {protocol: snapshot}}", Role.SUB);
            fails(ErrorKind.AUTH, () -> source(wish).next(TIMEOUT));
            camera.turnOn(ReolinkSwitch.HTTPS_ONLY);
            fails(ErrorKind.CONFIG, () -> source(wish).next(TIMEOUT));
            camera.turnOff(ReolinkSwitch.HTTPS_ONLY);
            camera.turnOn(ReolinkSwitch.SESSIONS_FULL);
            fails(ErrorKind.RESET, () -> api(wish).device());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AmcrestSwitch.class,
            names = {"NO_PART_LENGTH", "WRONG_PART_LENGTH", "SPACED_BOUNDARY", "NEWLINES_ONLY", "BASIC_ONLY"})
    void amcrestsMjpegIsReadWhateverIsWrongWithIt(AmcrestSwitch fault) throws Exception {
        try (var camera =
                AmcrestCamera.builder("yard").credentials("ad@min", "p)#w:%").start()) {
            camera.turnOn(fault);
            var wish = wish("amcrest", camera, ", streams: {main: {protocol: mjpeg}}", Role.MAIN);
            try (var stream = MjpegStream.open(Cameras.http(), first(wish), wish, TIMEOUT)) {
                for (int picture = 0; picture < 5; picture++) {
                    assertThat(ImageIO.read(new ByteArrayInputStream(stream.next()))
                                    .getWidth())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void amcrestsPicturesAreFoundAtTheChannelThatTheFirmwareCountsFrom() {
        try (var camera =
                AmcrestCamera.builder("yard").credentials("ad@min", "p)#w:%").start()) {
            camera.turnOn(AmcrestSwitch.SINGLE_USE_NONCES);
            var wish = wish("amcrest", camera, ", streams: {sub: {protocol: snapshot}}", Role.SUB);
            assertThat(source(wish).next(TIMEOUT)).isNotEmpty();
            camera.turnOn(AmcrestSwitch.CHANNELS_FROM_ZERO);
            var second = candidates.of(wish, TIMEOUT).getLast();
            assertThat(SnapshotSource.open(Cameras.http(), Consoles.none(), second, wish)
                            .next(TIMEOUT))
                    .isNotEmpty();
        }
    }

    @Test
    void aWrongPasswordDoesNotLockAnAmcrest() {
        try (var camera =
                AmcrestCamera.builder("yard").credentials("ad@min", "another").start()) {
            var wish = wish("amcrest", camera, "", Role.SUB);
            var api = new AmcrestApi(Cameras.http(), AmcrestAddress.of(wish), HARD, new MovedClock());
            for (int attempt = 0; attempt < 10; attempt++) {
                fails(ErrorKind.AUTH, api::device);
            }
            assertThat(camera.wrongPasswords()).isEqualTo(1);
            assertThat(camera.locked()).isFalse();
        }
    }

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

            assertThat(candidates.of(wish, TIMEOUT)).hasSize(2).allSatisfy(candidate -> {
                var answer = preflight.ask(candidate.address(), wish.credentials(), Origin.FILE, TIMEOUT);
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

    private String answering(StreamWish wish) {
        for (var candidate : candidates.of(wish, TIMEOUT)) {
            try {
                preflight.ask(candidate.address(), wish.credentials(), Origin.FILE, TIMEOUT);
                return candidate.address().template().replaceFirst("rtsp://[^/]+", "");
            } catch (CameraFailure failure) {
                assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            }
        }
        throw new AssertionError("None answers");
    }

    private Candidate first(StreamWish wish) {
        return candidates.of(wish, TIMEOUT).getFirst();
    }

    private SnapshotSource source(StreamWish wish) {
        return SnapshotSource.open(Cameras.http(), Consoles.none(), first(wish), wish);
    }

    private static ReolinkApi api(StreamWish wish) {
        return new ReolinkApi(
                Cameras.http(), ReolinkAddress.of(wish), new Credentials("admin", "other"), new MovedClock());
    }

    private static void fails(ErrorKind kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                .isEqualTo(kind));
    }

    private static StreamWish wish(String vendor, SimulatedDevice<?> device, String more, Role role) {
        var ports = device.ports().toString().replace("=", ": ");
        return Cameras.wish("vendor: " + vendor + ", host: 127.0.0.1, ports: " + ports + more, role, Optional.of(HARD));
    }
}
