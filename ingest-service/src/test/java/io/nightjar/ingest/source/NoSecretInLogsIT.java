// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad day with canaries for passwords: none of them may be seen anywhere afterwards. */
class NoSecretInLogsIT {

    @TempDir
    Path folder;

    @Test
    void noPasswordReachesALogAnEventOrTheDisk() throws Exception {
        var log = WholeLog.open();
        try (log;
                var camera = RtspCamera.builder("gate")
                        .credentials("viewer", "canary:p@ss#1")
                        .start();
                var rig = new IngestRig(folder)) {
            rig.secrets.put("gate", new Credentials("canary-user", "canary-wrong"));
            rig.apply(rig.camera("gate", camera, "", ""));
            rig.awaitHealth("gate", Role.SUB, seen -> seen.error() == ErrorKind.AUTH);
            rig.secrets.put("gate", new Credentials("viewer", "canary:p@ss#1"));
            rig.sources.checkCredentials();
            rig.awaitState("gate", Role.SUB, Name.LIVE);
            rig.sink.stop();
            camera.refuse();
            rig.awaitState("gate", Role.SUB, Name.BACKOFF);

            assertThat(rig.reporter.healths.toString() + rig.reporter.transitions)
                    .doesNotContain("canary");
        }
        assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("canary") || line.contains("%40ss"));
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("canary");
            }
        }
    }
}
