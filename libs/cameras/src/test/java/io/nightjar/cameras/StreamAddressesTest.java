// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamAddressesTest {

    @Test
    void aGivenAddressIsTheOnlyCandidate() {
        assertThat(candidates(camera("vendor: reolink, host: cam, streams: {sub: {url: \"rtsp://cam/x\"}}"), Role.SUB))
                .containsExactly("rtsp://cam/x");
    }

    @Test
    void reolinkTriesItsPathsThenRtmp() {
        var camera = camera("vendor: reolink, host: 10.0.0.7, channel: 3");

        assertThat(candidates(camera, Role.SUB))
                .containsExactly(
                        "rtsp://10.0.0.7:554/Preview_03_sub",
                        "rtsp://10.0.0.7:554/h264Preview_03_sub",
                        "rtmp://10.0.0.7:1935/bcs/channel2_sub.bcs?channel=2&stream=1&user={user}&password={password}");
        assertThat(candidates(camera, Role.MAIN)).hasSize(4).contains("rtsp://10.0.0.7:554/h265Preview_03_main");
    }

    @Test
    void amcrestAndEufyHaveOneAddressEach() {
        assertThat(candidates(camera("vendor: amcrest, host: 10.0.0.8"), Role.SUB))
                .containsExactly("rtsp://10.0.0.8:554/cam/realmonitor?channel=1&subtype=1");
        assertThat(candidates(camera("vendor: eufy, host: \"fd00::8\""), Role.MAIN))
                .containsExactly("rtsp://[fd00::8]:554/live0");
    }

    @Test
    void theDevicesHostStandsInForTheCameras() {
        var file = CamerasFile.parse(
                "version: 1\ndevices: [{id: nvr, vendor: reolink, host: 10.0.0.2}]\n"
                        + "cameras: [{id: gate, vendor: reolink, device: nvr, channel: 2}]",
                Origin.FILE);

        var found = StreamAddresses.candidates(
                file.cameras().getFirst(), Role.MAIN, Optional.of(file.devices().getFirst()));

        assertThat(found.getFirst().template()).isEqualTo("rtsp://10.0.0.2:554/Preview_02_main");
        assertThatThrownBy(() -> candidates(file.cameras().getFirst(), Role.MAIN))
                .isInstanceOf(CameraFailure.class)
                .hasMessageContaining("host");
    }

    private static List<String> candidates(CameraSpec camera, Role role) {
        return StreamAddresses.candidates(camera, role, Optional.<DeviceSpec>empty()).stream()
                .map(UrlTemplate::template)
                .toList();
    }

    private static CameraSpec camera(String fields) {
        return CamerasFile.parse("version: 1\ncameras: [{id: gate, " + fields + "}]", Origin.FILE)
                .cameras()
                .getFirst();
    }
}
