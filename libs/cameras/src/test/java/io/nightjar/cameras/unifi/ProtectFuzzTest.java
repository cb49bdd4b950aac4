// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.fuzz.Mutations;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a console says about itself and its session: understood or refused, and no session grows without end. */
class ProtectFuzzTest {

    private static final String BOOTSTRAP = """
            {"cameras":[{"id":"yard","name":"Yard","marketName":"G5","state":"CONNECTED","connectionHost":"10.0.0.1",
             "channels":[{"id":0,"name":"High","isRtspEnabled":true,"rtspAlias":"bigAlias","width":2688,"height":1512,"fps":30},
              {"id":3,"name":"Package","isRtspEnabled":true,"rtspAlias":null,"width":64,"height":36,"fps":2}]}]}
            """;

    @Test
    void descriptionsAreUnderstoodOrRefused() {
        Mutations.of(BOOTSTRAP).check(5000, (input, random) -> {
            try {
                var cameras = Bootstrap.cameras(ContractsJson.mapper().readTree(input), "10.0.0.1");
                assertThat(cameras.size()).isLessThanOrEqualTo(input.length);
            } catch (CameraFailure refused) {
                assertThat(refused.sentence()).isNotBlank().doesNotContain("bigAlias");
            } catch (IOException noJson) {
                assertThat(noJson).isNotNull();
            }
        });
    }

    @Test
    void cookiesAreKeptWithoutGrowingForever() throws Exception {
        var header = new AtomicReference<>("");
        try (var console = new ScriptedWeb(request -> ScriptedWeb.answer(200, "text/plain", "", header.get()))) {
            var ask = HttpAsk.get(console.url("/"), Origin.FILE);
            var cookies = new AtomicReference<>(Cookies.of(1, Cameras.http().send(ask, Duration.ofSeconds(5))));
            Mutations.of("TOKEN=abc; path=/; secure", "a=b=c").check(200, (input, random) -> {
                var value = new String(input, ISO_8859_1).replaceAll("[\\r\\n]", "");
                header.set("Set-Cookie: " + value.substring(0, Math.min(value.length(), 500)) + "\r\nSet-Cookie: n"
                        + random.nextInt() + "=1");
                cookies.set(cookies.get().after(Cameras.http().send(ask, Duration.ofSeconds(5))));
            });
            assertThat(cookies.get().values()).hasSizeLessThanOrEqualTo(64);
        }
    }
}
