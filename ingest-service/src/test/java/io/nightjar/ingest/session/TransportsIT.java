// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportsIT {

    @TempDir
    Path folder;

    @Test
    void aCameraThatOnlyKnowsUdpIsReadOverUdp() throws Exception {
        try (var camera = RtspCamera.builder("gate")
                        .transports(Set.of(Transport.UDP))
                        .start();
                var rig = new IngestRig(folder)) {
            rig.apply(rig.camera("gate", camera, "", ""));

            rig.awaitState("gate", Role.SUB, Name.LIVE);

            assertThat(rig.awaitMedia("gate", Role.SUB, any -> true).transport())
                    .isEqualTo("udp");
            await().atMost(IngestRig.PATIENCE)
                    .until(() -> rig.sink.path("gate/sub").packets() > 30);
        }
    }
}
