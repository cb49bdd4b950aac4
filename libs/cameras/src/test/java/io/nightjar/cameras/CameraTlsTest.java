// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraTlsTest {

    @TempDir
    Path folder;

    @Test
    void aSelfSignedCertificateIsTakenUnlessAnotherOneWasNamed() throws Exception {
        var own = SelfSigned.in(folder);
        try (var console = new ScriptedWeb(own.socket(), request -> answer(200, "text/plain", "hello"))) {
            var ask = HttpAsk.get("https://127.0.0.1:" + console.port() + "/", Origin.FILE);

            assertThat(Cameras.http().send(ask, TIMEOUT).text()).isEqualTo("hello");
            assertThat(Cameras.http()
                            .send(ask.pinned(Optional.of(own.fingerprint())), TIMEOUT)
                            .text())
                    .isEqualTo("hello");
            assertThatThrownBy(() -> Cameras.http().send(ask.pinned(Optional.of("00".repeat(32))), TIMEOUT))
                    .hasMessageContaining("not the one that was configured")
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.TLS));
            assertThat(console.requests()).hasSize(2);
        }
    }

    @Test
    void aPortWithoutTlsIsToldApart() throws Exception {
        try (var camera = new ScriptedWeb(request -> null)) {
            var ask = HttpAsk.get("https://127.0.0.1:" + camera.port() + "/", Origin.FILE);
            assertThatThrownBy(() -> Cameras.http().send(ask, TIMEOUT)).isInstanceOf(CameraFailure.class);
        }
    }
}
