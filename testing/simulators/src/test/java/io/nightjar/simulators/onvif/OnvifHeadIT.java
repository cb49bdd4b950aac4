// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.simulators.SteppedClock;
import io.nightjar.simulators.head.View;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the head does when it is told something, and what it does instead when a switch is on. */
class OnvifHeadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String RIGHT = velocity("<s:PanTilt x='0.5' y='0'/>");
    private static final String DIAGONAL = velocity("<s:PanTilt x='0.5' y='0.5'/>");
    private static final String MIXED = velocity("<s:PanTilt x='0.5' y='0'/><s:Zoom x='1'/>");
    private static final String STAND = velocity("<s:PanTilt x='0' y='0.0'/><s:Zoom x='0'/>");

    private final SteppedClock clock = new SteppedClock(Instant.EPOCH);
    private final HttpClient client = HttpClient.newHttpClient();
    private OnvifSimulator device;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Yard").clock(clock).start();
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        device.close();
    }

    private static String velocity(String parts) {
        return "<Velocity xmlns:s='" + Names.SCHEMA + "'>" + parts + "</Velocity>";
    }

    private CompletableFuture<String> sent(String operation, String parts) {
        return sent("ptz", Names.PTZ, operation, "<ProfileToken>Prof/0 süd</ProfileToken>" + parts);
    }

    private CompletableFuture<String> sent(String service, String namespace, String operation, String parts) {
        var body = "<e:Envelope xmlns:e='" + Names.ENVELOPE + "'><e:Body><" + operation + " xmlns='" + namespace + "'>"
                + parts + "</" + operation + "></e:Body></e:Envelope>";
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + device.port() + "/onvif/" + service + "_service"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private String told(String operation, String parts) {
        return sent(operation, parts).orTimeout(15, TimeUnit.SECONDS).join();
    }

    private String nodes() {
        return sent("ptz", Names.PTZ, "GetNodes", "").join();
    }

    private void after(double seconds) {
        clock.set(clock.instant().plusMillis((long) (seconds * 1000)));
    }

    @Test
    void aStopThatFailsLeavesTheHeadTurning() {
        device.turnOn(OnvifSwitch.STOPS_FAIL);
        told("ContinuousMove", RIGHT);
        assertThat(told("Stop", "")).contains("The device is busy");
        assertThat(device.head().turning()).isTrue();

        device.turnOff(OnvifSwitch.STOPS_FAIL);
        assertThat(told("Stop", "")).contains("StopResponse");
        assertThat(device.head().turning()).isFalse();
        assertThat(device.head().commands().texts())
                .containsExactly(
                        "ContinuousMove pan=0.5 tilt=0.0",
                        "Stop panTilt=true zoom=true",
                        "Stop panTilt=true zoom=true");
    }

    @Test
    void aMoveEndsByItselfUnlessTheDeviceForgetsTo() {
        told("ContinuousMove", RIGHT + "<Timeout>PT1S</Timeout>");
        after(3);
        assertThat(device.head().turning()).isFalse();

        device.turnOn(OnvifSwitch.ENDLESS_MOVES);
        told("ContinuousMove", velocity("<s:PanTilt x='-0.01' y='0'/>") + "<Timeout>PT1S</Timeout>");
        after(60);
        assertThat(device.head().turning()).isTrue();
    }

    @Test
    void someMovesAreAnsweredButIgnored() {
        device.turnOn(OnvifSwitch.IGNORES_MIXED);
        assertThat(told("ContinuousMove", MIXED)).contains("ContinuousMoveResponse");
        assertThat(device.head().moving()).isFalse();
        device.turnOff(OnvifSwitch.IGNORES_MIXED);
        device.turnOn(OnvifSwitch.IGNORES_DIAGONALS);
        assertThat(told("ContinuousMove", DIAGONAL)).contains("ContinuousMoveResponse");
        assertThat(device.head().moving()).isFalse();

        told("ContinuousMove", MIXED);
        assertThat(device.head().turning()).isTrue();
        assertThat(device.head().zooming()).isTrue();
    }

    @Test
    void theStatusMayBeStuckOrPoor() {
        device.turnOn(OnvifSwitch.STUCK_STATUS);
        assertThat(told("GetStatus", "")).contains("MOVING", "<tt:Position>").doesNotContain("IDLE");
        device.turnOn(OnvifSwitch.NO_MOVE_STATUS);
        device.turnOn(OnvifSwitch.NO_POSITION);
        assertThat(told("GetStatus", ""))
                .contains("GetStatusResponse")
                .doesNotContain("MoveStatus")
                .doesNotContain("Position");
    }

    @Test
    void whatTheDeviceCannotDoIsNeitherOfferedNorDone() {
        assertThat(nodes()).contains("AbsolutePanTiltPositionSpace");
        device.turnOn(OnvifSwitch.CONTINUOUS_ONLY);
        device.turnOn(OnvifSwitch.NO_HOME);
        device.turnOn(OnvifSwitch.NO_PRESETS);

        assertThat(nodes())
                .contains("ContinuousPanTiltVelocitySpace", "HomeSupported>false", "OfPresets>0<")
                .doesNotContain("Absolute")
                .doesNotContain("Relative");
        assertThat(told("AbsoluteMove", "<Position xmlns:s='" + Names.SCHEMA + "'><s:Zoom x='1'/></Position>"))
                .contains("ActionNotSupported");
        assertThat(told("GotoHomePosition", "")).contains("ActionNotSupported");
        assertThat(told("GetPresets", "")).contains("ActionNotSupported");
        device.turnOn(OnvifSwitch.NO_PTZ);
        assertThat(told("ContinuousMove", RIGHT)).contains("ActionNotSupported");
        assertThat(sent("device", Names.DEVICE, "GetServices", "<IncludeCapability>false</IncludeCapability>")
                        .join())
                .contains(Names.IMAGING)
                .doesNotContain(Names.PTZ + "</tds:Namespace>");
    }

    @Test
    void aStopOvertakesAMoveThatIsNeverAnswered() {
        device.head().promptness().hangMoves();
        var move = sent("ContinuousMove", RIGHT);
        await().atMost(PATIENCE).until(() -> device.head().turning());
        assertThat(told("Stop", "")).contains("StopResponse");

        assertThat(device.head().turning()).isFalse();
        assertThat(move).isNotDone();
        assertThat(told("ContinuousMove", STAND)).contains("ContinuousMoveResponse");
    }

    @Test
    void aSlowDeviceObeysBeforeItAnswers() {
        device.head().promptness().slow(Duration.ofMillis(300));
        var asked = System.nanoTime();
        told("ContinuousMove", RIGHT);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(device.head().turning()).isTrue();
        device.head().promptness().normal();
        assertThat(told("Stop", "")).contains("StopResponse");
    }

    @Test
    void focusMovesBetweenNearAndFar() {
        var source = "<VideoSourceToken>VideoSource-1</VideoSourceToken>";
        assertThat(sent("imaging", Names.IMAGING, "GetMoveOptions", source).join())
                .contains("<tt:Continuous>");
        var focus =
                "<Focus><s:Continuous xmlns:s='" + Names.SCHEMA + "'><s:Speed>-0.5</s:Speed></s:Continuous></Focus>";
        assertThat(sent("imaging", Names.IMAGING, "Move", source + focus).join())
                .contains("MoveResponse");
        after(1);
        assertThat(sent("imaging", Names.IMAGING, "Stop", source).join()).contains("StopResponse");
        after(1);

        assertThat(device.head().focus()).isEqualTo(-0.125);
        assertThat(device.head().view()).isEqualTo(View.AHEAD);
    }
}
