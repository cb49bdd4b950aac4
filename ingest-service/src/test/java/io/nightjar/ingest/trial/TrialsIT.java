// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.http.WebCamera;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsIT {

    private static final Credentials RIGHT = new Credentials("viewer", "canary-right");

    @TempDir
    Path folder;

    private RtspCamera camera;
    private IngestRig rig;
    private Trials trials;

    @BeforeEach
    void start() throws Exception {
        camera = RtspCamera.builder("gate")
                .credentials(RIGHT.username(), RIGHT.password())
                .start();
        rig = new IngestRig(folder);
        trials = rig.access.trials();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        camera.close();
    }

    @Test
    void aGoodCameraPassesEveryStepAndShowsItself() {
        var result = trials.run(gate(), Optional.empty(), Optional.empty(), Optional.of(RIGHT));

        assertThat(result.ok()).isTrue();
        assertThat(result.steps())
                .extracting(TrialResult.Step::step)
                .containsExactly("address", "reach", "sign-in", "streams", "video");
        assertThat(result.steps()).allMatch(TrialResult.Step::ok);
        assertThat(result.streams()).extracting(TrialResult.Stream::role).containsExactly("main", "sub");
        var sub = result.streams().getLast();
        assertThat(sub.width()).isEqualTo(640);
        assertThat(sub.codec()).isEqualTo("h264");
        assertThat(sub.fps()).isBetween(10.0, 20.0);
        assertThat(sub.protocol() + "/" + sub.transport()).isEqualTo("rtsp/tcp");
        var picture = result.picture();
        assertThat(picture).startsWith("data:image/jpeg;base64,");
        assertThat(Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)))
                .startsWith(0xff, 0xd8);
        await().atMost(IngestRig.PATIENCE).until(() -> camera.connectionsOpen() == 0);
    }

    @Test
    void aWrongPasswordStopsAtTheSignInAndIsTriedOncePerRole() {
        var wrong = Optional.of(new Credentials("viewer", "canary-wrong"));
        var result = trials.run(gate(), Optional.of(Role.SUB), Optional.empty(), wrong);

        assertThat(result.ok()).isFalse();
        assertThat(result.picture()).isNull();
        var last = result.steps().getLast();
        assertThat(last.step()).isEqualTo("sign-in");
        assertThat(last.ok()).isFalse();
        assertThat(last.hint()).isNotBlank();
        assertThat(result.steps().get(1).ok()).as("it answers").isTrue();
        assertThat(result.toString()).doesNotContain("canary");
    }

    @Test
    void aCameraThatIsOffStopsAtTheReach() {
        camera.refuse();
        var result = trials.run(gate(), Optional.empty(), Optional.empty(), Optional.of(RIGHT));

        assertThat(result.ok()).isFalse();
        assertThat(result.steps().getLast().step()).isEqualTo("reach");
    }

    @Test
    void oneRoleThatWorksIsEnoughAndTheOthersFailureIsNotHidden() {
        var half = IngestRig.camera("\"id\":\"gate\",\"streams\":{\"main\":{\"url\":\"" + camera.url(Role.MAIN)
                + "x\"},\"sub\":{\"url\":\"" + camera.url(Role.SUB) + "\"}}");
        var result = trials.run(half, Optional.empty(), Optional.empty(), Optional.of(RIGHT));

        assertThat(result.ok()).isTrue();
        assertThat(result.streams()).extracting(TrialResult.Stream::role).containsExactly("sub");
    }

    @Test
    void runningStreamsAreNotTouched() throws Exception {
        rig.apply(rig.camera("gate", camera, "", ""));
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        int before = rig.states("gate", Role.SUB).size();

        assertThat(trials.run(gate(), Optional.of(Role.SUB), Optional.empty(), Optional.of(RIGHT))
                        .ok())
                .isTrue();

        assertThat(rig.states("gate", Role.SUB)).hasSize(before);
        await().atMost(IngestRig.PATIENCE).until(() -> camera.playing(Role.SUB) == 1);
    }

    @Test
    void aCameraOfSinglePicturesIsTriedLikeAnyOther() {
        try (var web = WebCamera.builder("yard").start()) {
            var result = trials.run(
                    IngestRig.camera(
                            "\"id\":\"yard\",\"streams\":{\"sub\":{\"url\":\"" + web.snapshotUrl(Role.SUB) + "\"}}"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            assertThat(result.ok()).isTrue();
            assertThat(result.streams().getFirst().codec()).isEqualTo("mjpeg");
            assertThat(result.picture()).isNotNull();
        }
    }

    private CameraSpec gate() {
        return IngestRig.camera("\"id\":\"gate\",\"streams\":{\"main\":{\"url\":\"" + camera.url(Role.MAIN)
                + "\"},\"sub\":{\"url\":\"" + camera.url(Role.SUB) + "\"}}");
    }
}
