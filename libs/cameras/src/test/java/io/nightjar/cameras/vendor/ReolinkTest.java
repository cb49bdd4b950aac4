// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.Role;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReolinkTest {

    private static final Credentials SECRET = new Credentials("a@b", "p)#w");

    @Test
    void rtspTriesAllNamesThenRtmp() {
        assertThat(dialled("host: cam, channel: 3", Role.SUB))
                .containsExactly(
                        "rtsp://a%40b:p%29%23w@10.0.0.7:554/Preview_03_sub",
                        "rtsp://a%40b:p%29%23w@10.0.0.7:554/h264Preview_03_sub",
                        "rtmp://10.0.0.7:1935/bcs/channel2_sub.bcs?channel=2&stream=1&user=a@b&password=p)#w");
        assertThat(dialled("host: cam", Role.MAIN))
                .hasSize(4)
                .contains("rtsp://a%40b:p%29%23w@10.0.0.7:554/h265Preview_01_main");
    }

    @Test
    void rtmpNamesMainExtAndSub() {
        var secrets = "user=a@b&password=p)#w";
        assertThat(dialled("host: cam, streams: {main: {protocol: rtmp}, sub: {protocol: rtmp}}", Role.MAIN))
                .containsExactly(
                        "rtmp://10.0.0.7:1935/bcs/channel0_main.bcs?channel=0&stream=0&" + secrets,
                        "rtmp://10.0.0.7:1935/bcs/channel0_ext.bcs?channel=0&stream=0&" + secrets);
        assertThat(dialled("host: cam, streams: {main: {protocol: rtmp}, sub: {protocol: rtmp}}", Role.SUB))
                .first()
                .isEqualTo("rtmp://10.0.0.7:1935/bcs/channel0_sub.bcs?channel=0&stream=1&" + secrets);
    }

    @Test
    void flvCarriesThePasswordRawToo() {
        assertThat(dialled("host: cam, ports: {http: 81, rtmp: 1936}, streams: {sub: {protocol: flv}}", Role.SUB))
                .first()
                .isEqualTo("http://10.0.0.7:81/flv?port=1936&app=bcs&stream=channel0_sub.bcs&user=a@b&password=p)#w");
    }

    @Test
    void aSnapshotAlwaysSaysASizeOfAtLeast640By480() {
        assertThat(requested("host: cam, streams: {sub: {protocol: snapshot}}", Role.SUB))
                .isEqualTo("http://cam:80/cgi-bin/api.cgi?cmd=Snap&channel=0&user=a%40b&password=p%29%23w"
                        + "&width=640&height=480");
        assertThat(requested(
                        "host: cam, channel: 2, streams: {main: {protocol: snapshot, input: {width: 1920, height: 1080}}}",
                        Role.MAIN))
                .contains("&channel=1&")
                .endsWith("&width=1920&height=1080");
        assertThat(requested(
                        "host: cam, streams: {main: {url: \"http://cam/cgi-bin/api.cgi?cmd=Snap&channel=0\"}}",
                        Role.MAIN))
                .isEqualTo("http://cam/cgi-bin/api.cgi?cmd=Snap&channel=0&width=1280&height=720");
    }

    @Test
    void aSizeThatIsTooSmallIsRaised() {
        var wish = Cameras.wish("vendor: reolink, host: cam", Role.SUB, SECRET);
        var tiny = new StreamSpec(
                null,
                List.of(),
                Protocol.SNAPSHOT,
                Transport.AUTO,
                false,
                true,
                Video.COPY,
                Audio.OFF,
                SnapshotInput.of(2, 320, 960, 5000));
        var small =
                new StreamWish(wish.camera().withStream(Role.SUB, tiny), Role.SUB, wish.device(), wish.credentials());
        assertThat(ReolinkSnap.withSize("/x?cmd=Snap", small)).isEqualTo("/x?cmd=Snap&width=640&height=960");
    }

    @Test
    void theDevicesHostAndPortsStandInForTheCameras() {
        var wish = Cameras.wish(
                "vendor: reolink, host: 10.0.0.2, ports: {rtsp: 5540}",
                "vendor: reolink, channel: 2",
                Role.MAIN,
                Optional.of(SECRET));
        assertThat(new Reolink("neolink").derived(wish, Cameras.TIMEOUT))
                .first()
                .satisfies(candidate ->
                        assertThat(candidate.address().template()).isEqualTo("rtsp://10.0.0.2:5540/Preview_02_main"));
        var orphan = new StreamWish(wish.camera(), Role.MAIN, Optional.empty(), wish.credentials());
        assertThatThrownBy(() -> new Reolink("neolink").derived(orphan, Cameras.TIMEOUT))
                .isInstanceOf(CameraFailure.class)
                .hasMessageContaining("host");
    }

    @Test
    void recentFirmwareAnswersOverHttpsOnly() {
        assertThat(found("host: cam, streams: {sub: {protocol: snapshot}}", Role.SUB))
                .extracting(candidate ->
                        candidate.address().scheme() + ":" + candidate.address().port())
                .containsExactly("http:80", "https:443");
        assertThat(found("host: cam, ports: {https: 8443}, streams: {sub: {protocol: snapshot}}", Role.SUB))
                .extracting(candidate ->
                        candidate.address().scheme() + ":" + candidate.address().port())
                .containsExactly("https:8443");
        assertThat(found("host: cam, ports: {http: 81}, streams: {sub: {protocol: snapshot}}", Role.SUB))
                .extracting(candidate ->
                        candidate.address().scheme() + ":" + candidate.address().port())
                .containsExactly("http:81");
    }

    @Test
    void neolinkKnowsTheCameraByItsIdAndNoPassword() {
        assertThat(dialled("host: cam, streams: {main: {protocol: neolink}, sub: {protocol: neolink}}", Role.MAIN))
                .containsExactly("rtsp://10.0.0.7:8554/gate/mainStream");
        assertThat(found("host: cam, streams: {sub: {protocol: neolink}}", Role.SUB))
                .extracting(candidate -> candidate.address().template())
                .containsExactly("rtsp://neolink:8554/gate/subStream");
    }

    private static List<String> dialled(String fields, Role role) {
        return found(fields, role).stream()
                .map(candidate -> candidate.address().filled(address(), Optional.of(SECRET)))
                .toList();
    }

    private static String requested(String fields, Role role) {
        return found(fields, role).getFirst().address().requested(Optional.of(SECRET));
    }

    private static List<Candidate> found(String fields, Role role) {
        return Found.candidates("vendor: reolink, " + fields, role, SECRET);
    }

    private static InetAddress address() {
        return Found.address("10.0.0.7");
    }
}
