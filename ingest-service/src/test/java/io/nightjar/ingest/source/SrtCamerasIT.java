// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.rtsp.Command;
import io.nightjar.simulators.srt.SrtCamera;
import io.nightjar.simulators.srt.SrtSwitch;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera that waits to be called over SRT, and asks for a passphrase. */
class SrtCamerasIT {

    private static final String PASSPHRASE = "canary & +staple";

    @TempDir
    Path folder;

    private SrtCamera camera;
    private IngestRig rig;
    private WholeLog log;

    @BeforeEach
    void start() throws Exception {
        log = WholeLog.open();
        camera = SrtCamera.builder("mast").credentials("any", PASSPHRASE).start();
        rig = new IngestRig(folder);
        rig.secrets.put("mast", new Credentials("any", PASSPHRASE));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        camera.close();
        log.close();
        assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("canary"));
        assertThat(rig.reporter.healths.toString() + rig.reporter.transitions).doesNotContain("canary");
    }

    @Test
    void itIsReadByCopyAndLiveAgainAfterItHungUpOrWasSilent() {
        open("?passphrase={password}");
        live();
        await().atMost(IngestRig.PATIENCE).until(() -> rig.sink.path("mast/sub").packets() > 20);
        var calls = camera.socketsEver();

        camera.apply(Command.DROP);
        await().atMost(IngestRig.PATIENCE).until(() -> camera.socketsEver() > calls);
        live();

        camera.apply(Command.SILENT);
        rig.awaitState("mast", Role.SUB, Name.STALLED);
        camera.apply(Command.NORMAL);
        rig.awaitState("mast", Role.SUB, Name.LIVE);
    }

    @Test
    void anotherPassphraseIsSaidAndTheRightOneLetsIn() {
        rig.secrets.put("mast", new Credentials("any", "canary-wrong"));
        open("?passphrase={password}");
        assertThat(refused().reason()).contains("refused the passphrase", "set in the camera");

        rig.secrets.put("mast", new Credentials("any", PASSPHRASE));
        rig.sources.checkCredentials();
        live();

        camera.apply(Command.WRONG_PASSWORD);
        assertThat(refused().reason()).contains("refused the passphrase");
    }

    @Test
    void aPassphraseThatIsMissingOrTooShortIsSaid() {
        open("");
        assertThat(refused().reason()).contains("asks for a passphrase");

        rig.secrets.put("mast", new Credentials("any", "canary"));
        open("?passphrase={password}");
        var rejected = rig.awaitHealth("mast", Role.SUB, seen -> seen.error() == ErrorKind.CONFIG);
        assertThat(rejected.reason()).contains("10 to 79 characters");
    }

    @Test
    void aCameraThatIsOffIsLiveSoonAfterItComesBack() {
        camera.apply(Command.REFUSE);
        open("?passphrase={password}");
        rig.awaitHealth("mast", Role.SUB, seen -> seen.attempt() >= 2 && seen.error() == ErrorKind.REFUSED);

        camera.apply(Command.NORMAL);
        live();
    }

    @Test
    void aCameraThatNeverAnswersEndsAtTheDeadline() {
        camera.turnOn(SrtSwitch.DEAF);
        open("?passphrase={password}");
        var seen = rig.awaitHealth("mast", Role.SUB, health -> health.error() == ErrorKind.TIMEOUT);
        assertThat(seen.reason()).contains("did not answer in time");

        camera.turnOff(SrtSwitch.DEAF);
        live();
    }

    private void open(String parameters) {
        rig.apply(IngestRig.camera(
                "\"id\":\"mast\",\"streams\":{\"sub\":{\"url\":\"" + camera.url(Role.SUB) + parameters + "\"}}"));
    }

    private void live() {
        rig.awaitState("mast", Role.SUB, Name.LIVE);
        rig.awaitMedia(
                "mast",
                Role.SUB,
                media -> media.delivery() != null && media.delivery().protocol() == Protocol.SRT);
    }

    private StreamHealth refused() {
        return rig.awaitHealth("mast", Role.SUB, seen -> seen.error() == ErrorKind.AUTH);
    }
}
