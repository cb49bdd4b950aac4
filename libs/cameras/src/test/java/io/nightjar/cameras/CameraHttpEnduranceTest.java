// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CameraHttpEnduranceTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final CameraHttp http = Cameras.http();

    @Test
    void fiveHundredRequestsOfAllKindsLeaveNoDescriptorOpen() throws Exception {
        var system = ManagementFactory.getOperatingSystemMXBean();
        Assumptions.assumeTrue(
                system instanceof UnixOperatingSystemMXBean, "Open descriptors are counted on Unix only");
        var counter = (UnixOperatingSystemMXBean) system;
        try (var camera = new ScriptedWeb(CameraHttpEnduranceTest::mixed)) {
            IntStream.range(0, 20).forEach(number -> ask(camera, number));
            long before = counter.getOpenFileDescriptorCount();

            IntStream.range(0, 500).forEach(number -> ask(camera, number));

            await().untilAsserted(() ->
                    assertThat(counter.getOpenFileDescriptorCount()).isLessThanOrEqualTo(before + 5));
        }
    }

    @Test
    void aCameraThatBearsOneRequestGetsOneAtATime() throws Exception {
        var together = new AtomicInteger();
        var most = new AtomicInteger();
        try (var camera = new ScriptedWeb(request -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    Thread.yield();
                    together.decrementAndGet();
                    return answer(200, "text/plain", "OK");
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ask = HttpAsk.get(camera.url("/"), Origin.FILE).oneAtATime();
            var all = IntStream.range(0, 40)
                    .<Future<HttpAnswer>>mapToObj(number -> threads.submit(() -> http.send(ask, TIMEOUT)))
                    .toList();
            for (var each : all) {
                assertThat(each.get().status()).isEqualTo(200);
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whatIsUrgentWaitsForNoOther() throws Exception {
        var hanging = new CountDownLatch(1);
        var asked = new AtomicInteger();
        try (var camera = new ScriptedWeb(request -> {
                    if (request.target().equals("/move")) {
                        asked.incrementAndGet();
                        awaitOpen(hanging);
                    }
                    return answer(200, "text/plain", "OK");
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < 20; each++) {
                threads.submit(() -> http.send(HttpAsk.get(camera.url("/move"), Origin.FILE), TIMEOUT));
            }
            threads.submit(() ->
                    http.send(HttpAsk.get(camera.url("/move"), Origin.FILE).oneAtATime(), TIMEOUT));
            await().atMost(TIMEOUT).until(() -> asked.get() >= 5);

            var stop =
                    HttpAsk.get(camera.url("/stop"), Origin.FILE).oneAtATime().urgent();
            assertThat(http.send(stop, TIMEOUT).status()).isEqualTo(200);
            hanging.countDown();
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptEndsARequestAtOnce() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var failed = new CountDownLatch(1);
            var waiting = Thread.ofVirtual().start(() -> {
                assertThatThrownBy(() -> http.send(
                                HttpAsk.get("http://127.0.0.1:" + silent.getLocalPort(), Origin.FILE),
                                Duration.ofMinutes(1)))
                        .isInstanceOf(CameraFailure.class);
                failed.countDown();
            });
            silent.accept();
            waiting.interrupt();
            await().atMost(TIMEOUT).until(() -> failed.getCount() == 0);
        }
    }

    private void ask(ScriptedWeb camera, int number) {
        var ask = HttpAsk.get(camera.url("/" + number % 5), Origin.FILE)
                .signedBy(Optional.of(new Credentials("admin", "canary")));
        try {
            http.send(ask, TIMEOUT);
        } catch (CameraFailure expected) {
            assertThat(number % 5).isBetween(1, 3);
        }
    }

    private static byte[] mixed(ScriptedWeb.Request request) throws IOException {
        return switch (request.target()) {
            case "/1" -> answer(401, "text/plain", "no", "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\"");
            case "/2" -> "garbage\r\n".getBytes(StandardCharsets.US_ASCII);
            case "/3" -> answer(302, "text/plain", "", "Location: /3");
            case "/4" -> answer(500, "text/plain", "x".repeat(100_000));
            default -> answer(200, "text/plain", "ok");
        };
    }
}
