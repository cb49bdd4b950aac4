// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmcrestAndEufyTest {

    private static final Credentials SECRET = new Credentials("admin", "canary");

    @Test
    void amcrestHasOneRtspAddressPerRole() {
        assertThat(templates("vendor: amcrest, host: cam", Role.SUB))
                .containsExactly("rtsp://cam:554/cam/realmonitor?channel=1&subtype=1");
        assertThat(templates("vendor: amcrest, host: cam, channel: 4, ports: {rtsp: 5554}", Role.MAIN))
                .containsExactly("rtsp://cam:5554/cam/realmonitor?channel=4&subtype=0");
    }

    @Test
    void amcrestServesMainFromItsSmallMjpegAndSaysSo() {
        var fields = "vendor: amcrest, host: cam, streams: {main: {protocol: mjpeg}, sub: {protocol: mjpeg}}";

        assertThat(templates(fields, Role.MAIN))
                .containsExactly("http://cam:80/cgi-bin/mjpg/video.cgi?channel=1&subtype=1")
                .isEqualTo(templates(fields, Role.SUB));
        assertThat(found(fields, Role.MAIN).getFirst().remark())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("small"));
        assertThat(found(fields, Role.SUB).getFirst().remark()).isEmpty();
    }

    @Test
    void amcrestPicturesAreAskedForChannelOneAndThenZero() {
        assertThat(templates("vendor: amcrest, host: cam, streams: {sub: {protocol: snapshot}}", Role.SUB))
                .containsExactly(
                        "http://cam:80/cgi-bin/snapshot.cgi?channel=1", "http://cam:80/cgi-bin/snapshot.cgi?channel=0");
        assertThat(templates(
                        "vendor: amcrest, host: cam, ports: {https: 8443}, streams: {sub: {protocol: snapshot}}",
                        Role.SUB))
                .first()
                .isEqualTo("https://cam:8443/cgi-bin/snapshot.cgi?channel=1");
    }

    @Test
    void eufyHasOneStreamOverTcpOnly() {
        assertThat(templates("vendor: eufy, host: \"fd00::8\"", Role.MAIN))
                .containsExactly("rtsp://[fd00::8]:554/live0")
                .isEqualTo(templates("vendor: eufy, host: \"fd00::8\"", Role.SUB));
        assertThat(found("vendor: eufy, host: cam", Role.SUB).getFirst().transports())
                .containsExactly(Transport.TCP);
    }

    private static List<String> templates(String fields, Role role) {
        return found(fields, role).stream()
                .map(candidate -> candidate.address().template())
                .toList();
    }

    private static List<Candidate> found(String fields, Role role) {
        return Found.candidates(fields, role, SECRET);
    }
}
