// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.node.MissingPeer;
import io.nightjar.simulators.node.NodeMock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that others wrote: it answers from recordings, and advertises addresses of another network. */
class NodeMockIT {

    private static @Nullable NodeMock mock;
    private static OnvifClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        int port = started(folder);
        client = Onvif.client(port, Onvif.KNOWN, Clock.systemUTC());
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(() -> assertThat(
                        client.device().information().manufacturer())
                .isNotEmpty());
    }

    private static int started(Path folder) throws IOException, InterruptedException {
        try {
            mock = NodeMock.start(folder);
            return mock.port();
        } catch (MissingPeer missing) {
            return abort("SKIPPED: " + missing.getMessage());
        }
    }

    @AfterAll
    static void stop() {
        if (mock != null) {
            mock.close();
        }
    }

    @Test
    void itsProfilesAndTheirAddressesAreRepaired() {
        var profiles = client.media().profiles();

        assertThat(profiles).isNotEmpty();
        assertThat(client.media().streamAddresses(profiles.getFirst()))
                .allSatisfy(address -> assertThat(address).startsWith("rtsp://127.0.0.1:"));
    }

    /** Its answer about snapshots uses a prefix that it never declares. */
    @Test
    void anAnswerThatIsNoXmlIsNoSnapshot() {
        assertThat(client.media().snapshotAddress(client.media().profiles().getFirst()))
                .isEmpty();
    }

    @Test
    void itsHeadTakesEveryOperation() {
        var ptz = client.ptz();
        var profile = client.movableProfile(null).orElseThrow().token();

        assertThat(ptz.nodes()).isNotEmpty().allSatisfy(node -> assertThat(node.turns())
                .isTrue());
        assertThat(ptz.configurations()).isNotEmpty();
        assertThat(ptz.status(profile).position()).isPresent();
        ptz.continuousMove(profile, PtzVector.moving(0.5, 0, 0), Optional.of(Duration.ofSeconds(1)));
        ptz.relativeMove(profile, PtzVector.panTilt(0.1, 0), Optional.empty());
        ptz.absoluteMove(profile, PtzVector.of(0.1, 0.2, 0.3), Optional.of(PtzVector.of(1, 1, 1)));
        ptz.stop(profile);
        assertThat(ptz.presets(profile)).isNotEmpty();
        var token = ptz.setPreset(profile, Optional.of("gate"), Optional.empty());
        assertThat(token).isNotEmpty();
        ptz.gotoPreset(profile, token, Optional.empty());
        ptz.removePreset(profile, token);
        ptz.setHome(profile);
        ptz.gotoHome(profile, Optional.empty());
    }

    @Test
    void itsEventsArePulled() {
        var point = client.events().subscribe(Duration.ofMinutes(2));

        assertThat(point.pull(Duration.ofSeconds(1)))
                .allSatisfy(event -> assertThat(event.topic()).doesNotContain(":"));
        point.close();
    }

    @Test
    void aFaultThatIsNoXmlIsAFailure() {
        var failure = Onvif.failure(
                ErrorKind.PROTOCOL,
                () -> client.events().subscribe(Duration.ofMinutes(2)).renew());

        assertThat(failure.sentence()).contains("not ONVIF");
    }
}
