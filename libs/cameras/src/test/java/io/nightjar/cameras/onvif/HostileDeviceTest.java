// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.Credentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that answer anything at all: the client ends with an answer or a failure that people can read. */
@Timeout(30)
class HostileDeviceTest {

    private static final String START = "<s:Envelope xmlns:s=\"" + Namespaces.ENVELOPE + "\" xmlns:tds=\""
            + Namespaces.DEVICE + "\" xmlns:trt=\"" + Namespaces.MEDIA + "\" xmlns:tt=\"" + Namespaces.SCHEMA
            + "\" xmlns:tptz=\"" + Namespaces.PTZ + "\" xmlns:tev=\"" + Namespaces.EVENTS + "\"><s:Body>";
    private static final String END = "</s:Body></s:Envelope>";

    private static OnvifClient client(SoapTransport transport) {
        var target = new OnvifTarget("10.1.1.1", 80, Optional.of(new Credentials("admin", "secret")));
        return new OnvifClient(target, transport, Patience.perRequest(Duration.ofSeconds(1)), Clock.systemUTC());
    }

    private static void askEverything(OnvifClient client) {
        var profile = new MediaProfile(
                "p", "", Optional.empty(), VideoEncoding.UNKNOWN, 0, 0, 0, 0, Optional.empty(), Optional.empty());
        List<Runnable> questions = List.of(
                () -> client.device().information(),
                () -> client.media().profiles(),
                () -> client.media().streamAddresses(profile),
                () -> client.media().snapshotAddress(profile),
                () -> client.ptz().nodes(),
                () -> client.ptz().configurations(),
                () -> client.ptz().status("p"),
                () -> client.ptz().presets("p"),
                () -> client.ptz().stop("p"),
                () -> client.events().subscribe(Duration.ofMinutes(1)).pull(Duration.ZERO));
        for (var question : questions) {
            try {
                question.run();
            } catch (CameraFailure failure) {
                assertThat(failure.sentence())
                        .isNotBlank()
                        .doesNotContain("secret")
                        .hasSizeLessThan(500);
            }
        }
    }

    @Test
    void wildAnswersEndInAnAnswerOrAFailure() {
        var random = new Random(42);
        for (int round = 0; round < 200; round++) {
            askEverything(client((address, message, credentials, timeout) -> new SoapTransport.Answer(
                    List.of(200, 200, 200, 400, 401, 404, 500).get(random.nextInt(7)), wild(random))));
        }
    }

    private static byte[] wild(Random random) {
        if (random.nextInt(4) == 0) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        var text = new StringBuilder(START);
        grow(text, random, 0);
        return text.append(END).toString().getBytes(UTF_8);
    }

    private static final List<String> NAMES = List.of(
            "tds:GetServicesResponse",
            "tds:Service",
            "tds:Namespace",
            "tds:XAddr",
            "tds:GetSystemDateAndTimeResponse",
            "tds:SystemDateAndTime",
            "tt:UTCDateTime",
            "tt:Date",
            "tt:Year",
            "tds:GetCapabilitiesResponse",
            "tds:Capabilities",
            "tt:Media",
            "tt:XAddr",
            "trt:GetProfilesResponse",
            "trt:Profiles",
            "tt:VideoEncoderConfiguration",
            "tt:Encoding",
            "tt:Resolution",
            "tt:Width",
            "trt:GetStreamUriResponse",
            "trt:MediaUri",
            "tt:Uri",
            "tptz:GetNodesResponse",
            "tptz:PTZNode",
            "tt:SupportedPTZSpaces",
            "tptz:GetStatusResponse",
            "tptz:PTZStatus",
            "tt:Position",
            "tt:PanTilt",
            "tptz:GetPresetsResponse",
            "tptz:Preset",
            "tptz:StopResponse",
            "tev:CreatePullPointSubscriptionResponse",
            "tev:SubscriptionReference",
            "s:Fault",
            "s:Code",
            "s:Value");
    private static final List<String> TEXTS = List.of(
            "",
            "NaN",
            "-1",
            "1e999",
            "99999999999999999999",
            "http://",
            "http://[::1",
            "rtsp://%%%/",
            "file:///etc/passwd",
            Namespaces.MEDIA,
            Namespaces.PTZ,
            "http://10.1.1.1:99999/x",
            "H265",
            "ter:NotAuthorized",
            "2026-99-99T00:00:00Z");

    private static void grow(StringBuilder text, Random random, int depth) {
        for (int count = random.nextInt(4); count >= 0; count--) {
            var name = NAMES.get(random.nextInt(NAMES.size()));
            text.append('<')
                    .append(name)
                    .append(" token=\"")
                    .append(random.nextInt(3))
                    .append("\" x=\"");
            text.append(TEXTS.get(random.nextInt(4))).append("\" y=\"0\">");
            if (depth < 5 && random.nextBoolean()) {
                grow(text, random, depth + 1);
            } else {
                text.append(TEXTS.get(random.nextInt(TEXTS.size())));
            }
            text.append("</").append(name).append('>');
        }
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        askEverything(client((address, message, credentials, timeout) -> new SoapTransport.Answer(200, new byte[0])));
    }

    @Test
    void nothingIsEverSentToAnotherHostThanTheConfiguredOne() {
        var addresses = new ArrayList<URI>();
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            askEverything(client((address, message, credentials, timeout) -> {
                addresses.add(address);
                return new SoapTransport.Answer(200, wild(random));
            }));
        }

        assertThat(addresses).isNotEmpty().allSatisfy(address -> assertThat(address.getHost())
                .isEqualTo("10.1.1.1"));
    }

    @Test
    void aStopOvertakesAMoveThatHangs() throws Exception {
        var hanging = new CountDownLatch(1);
        var moving = new CountDownLatch(1);
        var client = client((address, message, credentials, timeout) -> {
            var body = message.text();
            if (body.contains("<ContinuousMove")) {
                moving.countDown();
                await(hanging);
            }
            var name = body.contains("<Stop") ? "tptz:StopResponse" : "s:Fault";
            if (body.contains("<ContinuousMove")) {
                name = "tptz:ContinuousMoveResponse";
            }
            return new SoapTransport.Answer(200, (START + "<" + name + "/>" + END).getBytes(UTF_8));
        });
        var move = CompletableFuture.runAsync(
                () -> client.ptz().continuousMove("p", PtzVector.moving(1, 0, 0), Optional.empty()));
        assertThat(moving.await(5, TimeUnit.SECONDS)).isTrue();

        client.ptz().stop("p");

        assertThat(move).isNotDone();
        hanging.countDown();
        move.get(5, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
