// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.fuzz.Mutations;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** An Amcrest camera that answers almost right: every question ends in an answer or a failure that people can read. */
class AmcrestFuzzTest {

    @Test
    void answersAreUnderstoodOrRefused() throws Exception {
        var reply = new AtomicReference<>(new byte[0]);
        try (var camera = new ScriptedWeb(request -> ScriptedWeb.answer(200, "text/plain", reply.get()))) {
            var address = new AmcrestAddress("127.0.0.1", camera.port(), false, Optional.empty(), Origin.FILE);
            Mutations.of("type=IP8M-2496E\r\nname=a=b\r\nsn=1\nversion=2", "Error\r\nBad Request!", "OK\r\n")
                    .check(200, (input, random) -> {
                        reply.set(input);
                        var api = new AmcrestApi(
                                Cameras.http(), address, new Credentials("admin", "canary"), Clock.systemUTC());
                        try {
                            assertThat(api.ask("magicBox.cgi?action=getSystemInfo")
                                            .size())
                                    .isLessThanOrEqualTo(input.length);
                            assertThat(api.device()).isNotNull();
                        } catch (CameraFailure failure) {
                            assertThat(failure.sentence())
                                    .isNotBlank()
                                    .doesNotContain("canary")
                                    .hasSizeLessThan(500);
                        }
                    });
        }
    }
}
