// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.testing.TempHome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TempHome.class)
class InternalRoutesIT {

    @TestHTTPResource
    URI publicUrl;

    @Inject
    ServiceInfo info;

    @Inject
    ServiceToken token;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/sample/hello",
                "//internal/sample/hello",
                "/%69nternal/sample/hello",
                "/%49nternal/sample/hello",
                "/x/../internal/sample/hello",
                "/x/%2e%2e/internal/sample/hello",
                "/./internal/sample/hello",
                "/x%2f..%2finternal/sample/hello",
                "/%2finternal/sample/hello",
                "/internal;a=b/sample/hello",
                "/%2569nternal/sample/hello",
                "/INTERNAL/sample/hello",
                "http://localhost/internal/sample/hello",
                "/internal/sample/hello?x=1",
                "/internal",
            })
    void onThePublicListenerNoSpellingReachesAnInternalRouteEvenWithTheToken(String target) throws IOException {
        var answer = RawHttp.get(publicUrl.getPort(), target, "Authorization: " + token.bearer());

        assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain("neighbour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/sample/hello",
                "//internal/sample/hello",
                "/%69nternal/sample/hello",
                "/x/../internal/sample/hello",
                "/internal;a=b/sample/hello",
            })
    void onTheInternalListenerTheTokenIsNeeded(String target) throws IOException {
        assertThat(RawHttp.get(internalPort(), target))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json")
                .contains("\"kind\":\"unauthenticated\"")
                .doesNotContain("neighbour");
        assertThat(RawHttp.get(internalPort(), target, "Authorization: Bearer " + "0".repeat(64)))
                .startsWith("HTTP/1.1 401");
        assertThat(RawHttp.get(internalPort(), target, "Authorization: Basic " + token.value()))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void whoShowsTheTokenOnTheInternalListenerIsAnswered() throws IOException {
        assertThat(RawHttp.get(internalPort(), "/internal/sample/hello", "Authorization: " + token.bearer()))
                .startsWith("HTTP/1.1 200")
                .contains("neighbour");
    }

    @Test
    void theRefusalIsAProblemDocument() throws IOException {
        assertThat(RawHttp.get(publicUrl.getPort(), "/internal/sample/hello"))
                .contains("application/problem+json")
                .contains("\"kind\":\"not-found\"")
                .contains("\"instance\":\"/internal/sample/hello\"");
    }

    @Test
    void metricsAreForThisMachineAndHealthIsForEverybody() throws IOException {
        assertThat(RawHttp.get(publicUrl.getPort(), "/q/health/ready"))
                .startsWith("HTTP/1.1 200")
                .contains("\"name\": \"kafka\"")
                .contains("\"connected\": false");
        assertThat(RawHttp.get(publicUrl.getPort(), "/q/metrics"))
                .startsWith("HTTP/1.1 200")
                .contains("nightjar_outbox_waiting");
    }

    private int internalPort() {
        return URI.create(info.internalUrl()).getPort();
    }
}
