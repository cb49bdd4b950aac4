// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnvifSimulatorIT {

    private static final String ASK = "<e:Envelope xmlns:e=\"" + Names.ENVELOPE
            + "\"><e:Body><GetDeviceInformation xmlns=\"" + Names.DEVICE + "\"/></e:Body></e:Envelope>";

    private OnvifSimulator device;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Yard").credentials("admin", "s3cret").start();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private String curl(String... more) throws Exception {
        Programs.require("curl");
        var command = new ArrayList<>(List.of("curl", "-sS", "-w", " %{http_code}"));
        command.addAll(List.of(more));
        return Programs.run(10, command.toArray(String[]::new)).output();
    }

    private String service() {
        return "http://127.0.0.1:" + device.port() + "/onvif/device_service";
    }

    @Test
    void withoutAProofNothingIsTold() throws Exception {
        assertThat(curl("-d", ASK, service())).contains("ter:NotAuthorized").endsWith(" 400");
        device.turnOn(OnvifSwitch.HTML_REFUSALS);
        assertThat(curl("-d", ASK, service())).contains("Document Error").endsWith(" 401");
    }

    @Test
    void curlSignsInByDigest() throws Exception {
        device.turnOn(OnvifSwitch.HTTP_DIGEST);

        assertThat(curl("--digest", "-u", "admin:s3cret", "-d", ASK, service()))
                .contains("<tds:Model>Yard</tds:Model>")
                .endsWith(" 200");
        assertThat(curl("--digest", "-u", "admin:wrong", "-d", ASK, service())).endsWith(" 401");
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        assertThat(curl("-d", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", service()))
                .contains("ter:WellFormed")
                .doesNotContain("root:");
        assertThat(curl("-d", ASK, service() + "/nowhere")).endsWith(" 404");
    }

    @Test
    void itsOwnStreamPlays() throws Exception {
        Programs.require("ffprobe");
        var url = device.url(Role.SUB).replace("rtsp://", "rtsp://admin:s3cret@");

        var outcome = Programs.run(
                15,
                "ffprobe",
                "-v",
                "error",
                "-rtsp_transport",
                "tcp",
                "-show_entries",
                "stream=codec_name,width",
                url);

        assertThat(outcome.output()).contains("codec_name=h264", "width=640");
    }

    @Test
    void itHandsOutTheStreamsOfAnotherCamera() {
        try (var camera = RtspCamera.builder("Gate").start();
                var proxy =
                        OnvifSimulator.builder("Proxy").streamsOf(camera::url).start()) {
            assertThat(proxy.url(Role.MAIN)).isEqualTo(camera.url(Role.MAIN));
            assertThat(proxy.ports()).doesNotContainKey("rtsp");
        }
    }
}
