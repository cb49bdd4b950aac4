// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CameraHttpTest {

    private final CameraHttp http = Cameras.http();

    @Test
    void bodiesEndByLengthByChunksOrByTheConnection() throws Exception {
        assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")).isEqualTo("hello");
        assertThat(
                        body(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nA: b\r\n\r\n"))
                .isEqualTo("hello");
        assertThat(body("HTTP/1.0 200\nCONTENT-type : text/plain\nnonsense\n\nhello"))
                .isEqualTo("hello");
        assertThat(body("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"))
                .isEqualTo("hello");
        assertThat(body("HTTP/1.1 204 None\r\n\r\n")).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsToldApart() throws Exception {
        fails(ErrorKind.PROTOCOL, "SSH-2.0-dropbear\r\n");
        fails(ErrorKind.PROTOCOL, "HTTP/1.1 abc\r\n\r\n");
        fails(ErrorKind.PROTOCOL, "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\n");
        fails(ErrorKind.RESET, "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nearly");
        fails(ErrorKind.RESET, "");
        fails(ErrorKind.PROTOCOL, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
    }

    @Test
    void anAnswerThatIsTooLongIsNotTaken() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "x".repeat(5000)))) {
            var ask = HttpAsk.get(camera.url("/"), Origin.FILE).atMost(1000);
            assertThatThrownBy(() -> http.send(ask, TIMEOUT)).hasMessageContaining("longer than 1000");
        }
    }

    @Test
    void bytesThatDribbleDoNotMoveTheDeadline() throws Exception {
        try (var camera = new DribblingServer(Duration.ofMillis(40))) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> http.send(
                            HttpAsk.get("http://127.0.0.1:" + camera.port() + "/", Origin.FILE),
                            Duration.ofMillis(300)))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void theRequestIsWhatWasAskedByteForByte() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", request.body()))) {
            var ask = HttpAsk.post(
                    camera.url("/a.cgi?codes=[All]&x=%2F"),
                    Origin.FILE,
                    "application/json",
                    "[1]".getBytes(StandardCharsets.UTF_8));

            assertThat(http.send(ask, TIMEOUT).text()).isEqualTo("[1]");

            var seen = camera.requests().getFirst();
            assertThat(seen.target()).isEqualTo("/a.cgi?codes=[All]&x=%2F");
            assertThat(seen.header("Host")).contains("127.0.0.1:" + camera.port());
            assertThat(seen.header("Connection")).contains("close");
        }
    }

    @Test
    void lineBreaksCannotBeSmuggledIntoARequest() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", ""))) {
            http.send(HttpAsk.get(camera.url("/a b\r\nX: y"), Origin.FILE).with("A", "b\r\nC: d"), TIMEOUT);

            assertThat(camera.requests().getFirst().target()).isEqualTo("/a%20b%0D%0AX:%20y");
            assertThat(camera.requests().getFirst().header("C")).isEmpty();
        }
    }

    @Test
    void failuresHoldNeitherQueryNorUser() throws Exception {
        try (var camera = new ScriptedWeb(request -> null)) {
            var ask = HttpAsk.get("http://u:canary@127.0.0.1:" + camera.port() + "/x?password=canary", Origin.FILE);
            assertThatThrownBy(() -> http.send(ask, TIMEOUT)).isInstanceOfSatisfying(CameraFailure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.RESET);
                assertThat(failure).hasStackTraceContaining("127.0.0.1");
                assertThat(failure.toString()).doesNotContain("canary");
            });
            assertThat(ask.toString()).doesNotContain("canary");
        }
    }

    @Test
    void loopbackIsForOperatorsOnly() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "secret"))) {
            assertThatThrownBy(() -> http.send(HttpAsk.get(camera.url("/"), Origin.API), TIMEOUT))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.FORBIDDEN_ADDRESS));
            assertThat(camera.connections()).isZero();
        }
    }

    private String body(String raw) throws Exception {
        try (var camera = new ScriptedWeb(request -> raw.getBytes(StandardCharsets.UTF_8))) {
            return http.send(HttpAsk.get(camera.url("/"), Origin.FILE), TIMEOUT).text();
        }
    }

    private void fails(ErrorKind kind, String raw) throws Exception {
        try (var camera = new ScriptedWeb(request -> raw.getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> http.send(HttpAsk.get(camera.url("/"), Origin.FILE), TIMEOUT))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(kind));
        }
    }
}
