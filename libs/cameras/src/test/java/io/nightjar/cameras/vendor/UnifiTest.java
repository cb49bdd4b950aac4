// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Candidates;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.Pictures;
import io.nightjar.cameras.SnapshotSource;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.unifi.ScriptedConsole;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiTest {

    private static final Credentials ALIASES =
            new Credentials("nvr", "canary", Map.of("alias", "big", "alias.sub", "small"));

    @TempDir
    static Path folder;

    @Test
    void anAliasIsTheWholeSecretOfAnAddress() {
        var main = found("vendor: unifi, host: console.lan", Role.MAIN, ALIASES);

        assertThat(dialled(main, ALIASES)).containsExactly("rtsp://10.0.0.1:7447/big", "rtsps://10.0.0.1:7441/big");
        assertThat(dialled(found("vendor: unifi, host: console.lan", Role.SUB, ALIASES), ALIASES))
                .first()
                .isEqualTo("rtsp://10.0.0.1:7447/small");
        assertThat(main.getFirst().transports()).containsExactly(Transport.TCP);
        assertThat(main.getFirst().input().openTimeoutMs()).isEqualTo(30_000);
        assertThat(main.toString()).doesNotContain("canary", "/big");
    }

    @Test
    void aGivenAddressTakesTheAliasOfItsRoleAndNoUser() {
        var both =
                "vendor: unifi, streams: {main: {url: \"rtsp://c.lan:7447/{alias}\"}, sub: {url: \"rtsp://c.lan:7447/{alias}\"}}";
        assertThat(dialled(found(both, Role.SUB, ALIASES), ALIASES)).containsExactly("rtsp://10.0.0.1:7447/small");
        assertThat(dialled(
                        found(
                                "vendor: unifi, streams: {main: {url: \"rtsps://c.lan:7441/plain?enableSrtp\"}}",
                                Role.MAIN,
                                ALIASES),
                        ALIASES))
                .as("the file's alias has become a secret, and SRTP is not asked for")
                .containsExactly("rtsps://10.0.0.1:7441/big");
    }

    @Test
    void theOfficialInterfaceTellsAliasesByKey() throws Exception {
        var key = new Credentials("", "", Map.of("apiKey", "key"));
        try (var console = new ScriptedConsole(folder)) {
            assertThat(dialled(of(onConsole(console, "channel: yard", Role.MAIN, key), Consoles.none()), key))
                    .containsExactly("rtsp://10.0.0.1:7447/bigAlias", "rtsps://10.0.0.1:7441/bigAlias");
            assertThat(dialled(of(onConsole(console, "name: yard", Role.SUB, key), Consoles.none()), key))
                    .as("switched on where it was not")
                    .first()
                    .isEqualTo("rtsp://10.0.0.1:7447/smallAlias");
            assertThat(console.logins()).isZero();

            var wrong = new Credentials("", "", Map.of("apiKey", "other"));
            assertThatThrownBy(() -> of(onConsole(console, "channel: yard", Role.MAIN, wrong), Consoles.none()))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.AUTH));
        }
    }

    @Test
    void aPictureIsFetchedByKeyOverThePinnedCertificate() throws Exception {
        var key = new Credentials("", "", Map.of("apiKey", "key"));
        try (var console = new ScriptedConsole(folder)) {
            var wish = onConsole(console, "channel: yard, streams: {sub: {protocol: snapshot}}", Role.SUB, key);
            try (var source = SnapshotSource.open(
                    Cameras.http(), Consoles.none(), of(wish, Consoles.none()).getFirst(), wish)) {
                assertThat(source.next(TIMEOUT)).isEqualTo(Pictures.picture(6));
            }
        }
    }

    @Test
    void whoeverHoldsTheSessionTellsAliasesAndTheRecorderThatHasThem() {
        var user = new Credentials("nvr", "canary");
        var wish = Cameras.wish(
                "vendor: unifi, host: console.lan", "vendor: unifi, channel: yard", Role.SUB, Optional.of(user));

        assertThat(of(wish, new Told("10.0.0.9")))
                .extracting(candidate -> candidate.address().template())
                .containsExactly(
                        "rtsp://10.0.0.9:7447/{alias}",
                        "rtsp://console.lan:7447/{alias}",
                        "rtsps://10.0.0.9:7441/{alias}",
                        "rtsps://console.lan:7441/{alias}");
        assertThat(dialled(of(wish, new Told(null)), user)).first().isEqualTo("rtsp://10.0.0.1:7447/low");
    }

    @Test
    void withoutAliasAndConsoleItSaysWhatToSet() {
        assertThatThrownBy(() -> found("vendor: unifi, host: cam", Role.MAIN, new Credentials("a", "b")))
                .hasMessageContaining("alias")
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.CONFIG));
    }

    @Test
    void aCameraThatNoConsoleAdoptedGivesItsPictureItself() {
        var alone = found("vendor: unifi, host: cam, streams: {sub: {protocol: snapshot}}", Role.SUB, ALIASES);
        assertThat(alone)
                .extracting(candidate -> candidate.address().template())
                .containsExactly("http://cam:80/snap.jpeg");
    }

    private static StreamWish onConsole(ScriptedConsole console, String camera, Role role, Credentials credentials) {
        var device = "vendor: unifi, host: 127.0.0.1, ports: {https: " + console.port()
                + ", rtsp: 7447}, certificate: \"" + console.fingerprint().replace(":", "") + "\"";
        return Cameras.wish(device, "vendor: unifi, " + camera, role, Optional.of(credentials));
    }

    private static List<Candidate> of(StreamWish wish, Consoles consoles) {
        return Candidates.standard(Cameras.http(), (none, timeout) -> List.of(), consoles, "neolink")
                .of(wish, TIMEOUT);
    }

    private static List<Candidate> found(String fields, Role role, Credentials credentials) {
        return Found.candidates(fields, role, credentials);
    }

    private static List<String> dialled(List<Candidate> candidates, Credentials credentials) {
        return candidates.stream()
                .map(candidate -> candidate.address().filled(Found.address("10.0.0.1"), Optional.of(credentials)))
                .toList();
    }

    private record Told(String host) implements Consoles {

        @Override
        public List<ConsoleCamera> cameras(DeviceSpec device, Duration timeout) {
            var qualities = List.of(
                    new ConsoleCamera.Quality("High", "high", 1920, 1080, 30),
                    new ConsoleCamera.Quality("Low", "low", 640, 360, 15));
            return List.of(new ConsoleCamera("yard", "Yard", null, true, host, qualities));
        }

        @Override
        public byte[] snapshot(DeviceSpec device, String camera, Duration timeout) {
            throw new AssertionError("Nobody asks");
        }
    }
}
