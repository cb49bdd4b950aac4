// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.fuzz.Mutations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers of cameras' web services: taken, or refused with a failure that people can read and that shows no secret. */
class HttpFuzzTest {

    private static final Optional<Credentials> SECRET = Optional.of(new Credentials("admin", "canary"));
    private static final String PLAIN =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nhello world";
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5;x=y\r\nhello\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
    private static final String CHALLENGE = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", "
            + "nonce=\"n\", qop=\"auth\", stale=true\r\nContent-Length: 2\r\n\r\nno";

    @Test
    void answersAreTakenOrGarbled() {
        Mutations.of(PLAIN, CHUNKED, CHALLENGE).check(5000, (input, random) -> {
            try {
                var bytes = new HttpInput(new ByteArrayInputStream(input));
                assertThat(bytes.line().length()).isLessThanOrEqualTo(HttpLink.LONGEST_HEAD);
                var headers = bytes.headers();
                var body = HttpBody.of("GET", 200, headers, bytes).readAllBytes();

                assertThat(body.length).isLessThanOrEqualTo(input.length);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        });
    }

    @Test
    @Timeout(10)
    void headersWithoutEndAreRefusedInsteadOfKept() {
        for (var line : List.of("a:\n", "X: y\r\n", ":\n", "y")) {
            assertThatThrownBy(() -> new HttpInput(endless(line)).headers())
                    .as(line)
                    .isInstanceOf(GarbledAnswer.class);
        }
        assertThatThrownBy(() -> new HttpInput(endless("y")).line()).isInstanceOf(GarbledAnswer.class);
    }

    /** 64 MB of one text. */
    private static InputStream endless(String text) {
        var block = text.repeat((1 << 20) / text.length()).getBytes(ISO_8859_1);
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(64, block).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
    }

    @Test
    void wholeConversationsEndInAnAnswerOrAFailure() throws Exception {
        var reply = new AtomicReference<>(new byte[0]);
        try (var web = new ScriptedWeb(request -> reply.get())) {
            var http = new CameraHttp(new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(1), host -> {
                throw new UnknownHostException(host);
            }));
            var ask = HttpAsk.get(web.url("/x?password=canary"), Origin.FILE)
                    .signedBy(SECRET)
                    .atMost(4096);
            Mutations.of(PLAIN, CHUNKED, CHALLENGE).check(150, (input, random) -> {
                reply.set(input);
                try {
                    assertThat(http.send(ask, Duration.ofMillis(80)).body().length)
                            .isLessThanOrEqualTo(4096);
                } catch (CameraFailure failure) {
                    assertThat(failure.sentence())
                            .isNotBlank()
                            .doesNotContain("canary")
                            .hasSizeLessThan(500);
                }
            });
            assertThat(web.requests()).isNotEmpty();
        }
    }

    @Test
    void redirectsLeadSomewhereOrAreRefused() {
        var from = HttpTarget.of("http://10.0.0.1:8080/a/b?c");
        Mutations.of("http://admin:canary@10.0.0.1:8080/a?b=c#d", "//host/x", "/a/b", "../c", "?d")
                .check(5000, (input, random) -> {
                    try {
                        var target = from.redirected(new String(input, ISO_8859_1));
                        assertThat(target.port()).isBetween(1, 65_535);
                        assertThat(target.path()).startsWith("/").doesNotContain(" ", "\n", "\r");
                        assertThat(target.host()).isNotEmpty();
                    } catch (CameraFailure refused) {
                        assertThat(refused.sentence()).doesNotContain("canary");
                    }
                });
    }

    @Test
    @Timeout(20)
    void aRedirectAsLongAsItMayBeIsReadSoon() {
        var from = HttpTarget.of("http://10.0.0.1/");
        for (var piece : List.of("@", "@:", ":", "[", "a", "1", "/", "?", "#", "//")) {
            var tail = piece.repeat(64_000 / piece.length());
            for (var location : List.of("http://" + tail + ":x", "http://h" + tail, tail, "//" + tail + ":x")) {
                try {
                    assertThat(from.redirected(location).host()).isNotEmpty();
                } catch (CameraFailure refused) {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIG);
                }
            }
        }
    }

    @Test
    void streamsMayBeRedirectedAnywhereThatCanBeDialled() throws Exception {
        var address = InetAddress.getByName("127.0.0.1");
        Mutations.of("rtsp://admin:canary@10.0.0.1:554/live?x={alias}", "rtsps://[fe80::1]/a", "rtmp://host/live")
                .check(5000, (input, random) -> {
                    try {
                        var template = UrlTemplate.of(new String(input, ISO_8859_1));
                        assertThat(template.host()).isNotEmpty();
                        assertThat(template.port()).isPositive();
                        assertThat(template.filled(address, SECRET)).contains("://");
                        assertThat(template.toString()).isNotEmpty();
                    } catch (CameraFailure refused) {
                        assertThat(refused.sentence()).doesNotContain("canary");
                    }
                });
    }

    @Test
    void aNameWithAnUnderscoreIsAName() {
        var template = UrlTemplate.of("rtsp://front_door:8554/live");

        assertThat(template.host()).isEqualTo("front_door");
        assertThat(template.port()).isEqualTo(8554);
    }

    @Test
    void hostsAreResolvedOrRefused() {
        var resolver = new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(1), host -> List.of());
        Mutations.of("192.168.1.20", "[fe80::1%eth0]", "0x7f.1", "camera.local").check(3000, (input, random) -> {
            try {
                resolver.resolve(new String(input, ISO_8859_1), Origin.API);
            } catch (CameraFailure refused) {
                assertThat(refused.kind()).isIn(ErrorKind.DNS, ErrorKind.FORBIDDEN_ADDRESS, ErrorKind.TIMEOUT);
            }
        });
        for (var host : List.of("1.".repeat(30_000), "0x1.".repeat(15_000), "a.".repeat(30_000), ":".repeat(60_000))) {
            assertThatCode(() -> resolver.resolve(host, Origin.API)).isInstanceOf(CameraFailure.class);
        }
    }
}
