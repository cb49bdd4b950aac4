// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.fuzz.Mutations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are almost right: each ends, soon, in a value or a failure that people can read. */
class SoapFuzzTest {

    private static final String START = "<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\""
            + Namespaces.ENVELOPE + "\" xmlns:tds=\"" + Namespaces.DEVICE + "\" xmlns:trt=\"" + Namespaces.MEDIA
            + "\" xmlns:tt=\"" + Namespaces.SCHEMA + "\" xmlns:tptz=\"" + Namespaces.PTZ + "\" xmlns:tev=\""
            + Namespaces.EVENTS + "\" xmlns:n=\"" + Namespaces.NOTIFICATION + "\" xmlns:a=\"" + Namespaces.ADDRESSING
            + "\"><s:Body>";
    private static final String END = "</s:Body></s:Envelope>";
    private static final List<String> ANSWERS = List.of(
            "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DaylightSavings>true</tt:DaylightSavings>"
                    + "<tt:TimeZone><tt:TZ>CST-8</tt:TZ></tt:TimeZone><tt:LocalDateTime><tt:Time><tt:Hour>0</tt:Hour>"
                    + "<tt:Minute>1</tt:Minute><tt:Second>2</tt:Second></tt:Time><tt:Date><tt:Year>2026</tt:Year>"
                    + "<tt:Month>1</tt:Month><tt:Day>1</tt:Day></tt:Date></tt:LocalDateTime>"
                    + "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>",
            "<tds:GetServicesResponse><tds:Service><tds:Namespace>" + Namespaces.MEDIA
                    + "</tds:Namespace><tds:XAddr>http://10.1.1.1:8080/media</tds:XAddr></tds:Service><tds:Service>"
                    + "<tds:Namespace>" + Namespaces.PTZ
                    + "</tds:Namespace><tds:XAddr>http://192.168.0.9/ptz</tds:XAddr>"
                    + "</tds:Service><tds:Service><tds:Namespace>" + Namespaces.EVENTS
                    + "</tds:Namespace><tds:XAddr>/events</tds:XAddr></tds:Service></tds:GetServicesResponse>",
            "<trt:GetProfilesResponse><trt:Profiles token=\"p\"><tt:Name>main</tt:Name><tt:VideoEncoderConfiguration>"
                    + "<tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>1920</tt:Width><tt:Height>1080</tt:Height>"
                    + "</tt:Resolution></tt:VideoEncoderConfiguration></trt:Profiles></trt:GetProfilesResponse>",
            "<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>rtsp://10.1.1.1:554/live?a=b</tt:Uri></trt:MediaUri>"
                    + "</trt:GetStreamUriResponse>",
            "<tptz:GetStatusResponse><tptz:PTZStatus><tt:Position><tt:PanTilt x=\"0.5\" y=\"-1\"/><tt:Zoom x=\"0\"/>"
                    + "</tt:Position></tptz:PTZStatus></tptz:GetStatusResponse>",
            "<tptz:GetConfigurationsResponse><tptz:PTZConfiguration token=\"c\"><tt:DefaultPTZTimeout>PT5S"
                    + "</tt:DefaultPTZTimeout></tptz:PTZConfiguration></tptz:GetConfigurationsResponse>",
            "<tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference><a:Address>http://10.1.1.1/sub"
                    + "</a:Address></tev:SubscriptionReference><n:CurrentTime>2026-01-01T00:00:00Z</n:CurrentTime>"
                    + "<n:TerminationTime>2026-01-01T00:02:00Z</n:TerminationTime>"
                    + "</tev:CreatePullPointSubscriptionResponse>",
            "<tev:PullMessagesResponse><n:NotificationMessage><n:Topic>tns1:RuleEngine/CellMotionDetector/Motion"
                    + "</n:Topic><n:Message><tt:Message UtcTime=\"2026-01-01T00:00:00Z\"><tt:Data><tt:SimpleItem "
                    + "Name=\"IsMotion\" Value=\"true\"/></tt:Data></tt:Message></n:Message></n:NotificationMessage>"
                    + "</tev:PullMessagesResponse>",
            "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>Not authorized</s:Text></s:Reason>"
                    + "</s:Fault>");

    @Test
    void answersThatAreAlmostRightAreReadOrRefused() {
        var samples = ANSWERS.stream().map(SoapFuzzTest::whole).toArray(byte[][]::new);
        Mutations.of(samples).check(400, (input, random) -> {
            // Everything is answered as it should be, but for the one answer that is broken.
            var broken = new String(input, UTF_8);
            var client = client((address, message, credentials, timeout) -> {
                var name = name(message.text()) + "Response";
                var right =
                        ANSWERS.stream().filter(answer -> answer.contains(name)).findFirst();
                return new SoapTransport.Answer(
                        200, broken.contains(name) || right.isEmpty() ? input : whole(right.get()));
            });
            askEverything(client);
        });
    }

    private static byte[] whole(String answer) {
        return (START + answer + END).getBytes(UTF_8);
    }

    private static String name(String message) {
        return List.of(
                        "GetSystemDateAndTime",
                        "GetServices",
                        "GetProfiles",
                        "GetStreamUri",
                        "GetStatus",
                        "GetConfigurations",
                        "CreatePullPointSubscription",
                        "PullMessages")
                .stream()
                .filter(message::contains)
                .findFirst()
                .orElse("none");
    }

    private static OnvifClient client(SoapTransport transport) {
        var target = new OnvifTarget("10.1.1.1", 80, Optional.of(new Credentials("admin", "canary")));
        return new OnvifClient(target, transport, Patience.perRequest(Duration.ofSeconds(1)), Clock.systemUTC());
    }

    private static void askEverything(OnvifClient client) {
        List<Runnable> questions = List.of(
                () -> client.media().profiles().forEach(profile -> client.media()
                        .streamAddresses(profile)),
                () -> client.ptz().status("p"),
                () -> client.ptz().configurations(),
                () -> client.events().subscribe(Duration.ofMinutes(1)).pull(Duration.ZERO));
        for (var question : questions) {
            try {
                question.run();
            } catch (CameraFailure failure) {
                assertThat(failure.sentence())
                        .isNotBlank()
                        .doesNotContain("canary")
                        .hasSizeLessThan(500);
            }
        }
    }

    @Test
    void documentsAreReadOrMalformed() {
        var samples = ANSWERS.stream().map(SoapFuzzTest::whole).toArray(byte[][]::new);
        Mutations.of(samples).check(1500, (input, random) -> {
            try {
                assertThat(XmlReader.read(input).tree()).hasSizeLessThanOrEqualTo(XmlReader.MAX_ELEMENTS);
            } catch (MalformedXmlException refused) {
                assertThat(refused).hasMessageNotContaining("canary");
            }
        });
    }

    @Test
    @Timeout(20)
    void valuesAsLongAsAnAnswerCanBeAreReadSoon() throws Exception {
        var repair = new AddressRepair(
                new OnvifTarget("10.1.1.1", 80, Optional.empty()), Optional.of("http://10.1.1.1/onvif"));
        for (var piece : List.of(":", "/", ".", " ", "1", "1:", "a/", "@", "@:", "%", "[", "T1", "-")) {
            var tail = piece.repeat(200_000 / piece.length());
            assertThat(EventReader.topic(tail + "x")).endsWith("x");
            EventReader.topic(tail);
            EventReader.time(tail);
            EventReader.time("2026-01-01T00:00:00" + tail);
            Durations.read("P" + tail);
            Durations.read("PT" + tail);
            repair.service("http://h" + tail);
            repair.service("http://" + tail + ":x");
            repair.stream("rtsp://h" + tail);
            repair.stream("rtsp://h:1" + tail);
            CameraTime.read(XmlReader.read(("<x xmlns='" + Namespaces.SCHEMA + "'><SystemDateAndTime xmlns='"
                            + Namespaces.DEVICE + "'><TimeZone xmlns='" + Namespaces.SCHEMA + "'><TZ>CST" + tail
                            + "</TZ></TimeZone></SystemDateAndTime></x>")
                    .getBytes(UTF_8)));
        }
    }

    @Test
    void encodingsThatNobodyHasAreLeft() throws Exception {
        for (var encoding : List.of("-utf-8", ".", "_x", "utf-16", "no-such", "ISO-8859-1")) {
            var text = (START + END).replace("utf-8", encoding);

            assertThat(XmlReader.read(text.getBytes(UTF_8)).name()).isEqualTo("Envelope");
        }
    }

    @Test
    void timesFarOutsideAreLeft() throws Exception {
        for (var year : List.of("-999999999", "999999999", "0", "10000")) {
            var far = ANSWERS.getFirst().replace("2026", year);
            var response =
                    XmlReader.read(whole(far)).children().getFirst().children().getFirst();
            assertThat(CameraTime.read(response)).isEmpty();
        }
        var subscription = XmlReader.read(("<x xmlns='" + Namespaces.NOTIFICATION
                        + "'><CurrentTime>-999999999-01-01T00:00:00Z</CurrentTime>"
                        + "<TerminationTime>+999999999-01-01T00:00:00Z</TerminationTime></x>")
                .getBytes(UTF_8));
        assertThat(Subscription.lifetime(subscription, Namespaces.NOTIFICATION, Instant.EPOCH))
                .isBetween(Duration.ofMinutes(1), Duration.ofDays(1));
    }

    @Test
    void valuesAreReadOrLeft() {
        var repair = new AddressRepair(
                new OnvifTarget("10.1.1.1", 80, Optional.empty()), Optional.of("http://10.1.1.1/onvif"));
        Mutations.of(
                        "http://user@10.1.1.1:8106:8106/onvif?x#y",
                        "rtsp://[fe80::1]:554/live",
                        "2026-01-01T00:00:00.5+01:00",
                        "-P1Y2M3DT4H5M6.7S",
                        "tns1:Device/tns2:Trigger./")
                .check(10_000, (input, random) -> {
                    var text = new String(input, ISO_8859_1);
                    repair.service(text)
                            .ifPresent(uri -> assertThat(uri.getHost()).isEqualTo("10.1.1.1"));
                    repair.stream(text).forEach(address -> assertThat(address).startsWith("rtsp"));
                    EventReader.time(text);
                    EventReader.topic(text);
                    Durations.read(text);
                });
    }
}
