// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.fuzz.Mutations;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people type and cameras redirect to: read or refused in a sentence, soon, and without showing a secret. */
class FileFuzzTest {

    private static final String CANARY = "canary";
    private static final String FILE = """
            version: 1
            credentials:
              gate: {username: admin, password: canary}
            devices:
              - {id: console, vendor: unifi, host: 192.168.1.1, ports: {https: 7443}}
            cameras:
              - id: gate
                name: Gate
                vendor: reolink
                host: 192.168.1.20
                channel: "1"
                capabilities: [ptz]
                streams:
                  main: {url: "rtsp://192.168.1.20:554/h264Preview_01_main", transport: tcp, audio: copy}
                  sub:
                    url: rtsp://192.168.1.20/h264Preview_01_sub
                    video: {width: 640, fps: 5, encoder: x264}
                    ffmpeg: -rtsp_transport tcp -i {url} -vf scale=640:-1,fps=5 -c:v libx264
              - {id: yard, device: console, vendor: unifi, streams: {main: {}}}
            """;
    private static final String JSON =
            "{\"version\":1,\"cameras\":[{\"id\":\"gate\",\"url\":\"rtsp://10.0.0.1/live\"}]}";

    @Test
    void addressesAreReadOrRefusedWithoutShowingSecrets() {
        Mutations.of(
                        "rtsp://admin:canary@192.168.1.20:554/h264Preview_01_main?channel=1&subtype=0",
                        "http://10.0.0.1/snap.cgi?user=admin&password=canary",
                        "rtmp://[fe80::1%25eth0]:1935/bcs/channel0_main.bcs?token=canary",
                        "v4l2:///dev/video0",
                        "rtsps://{user}:{password}@console:7441/{alias}")
                .check(10_000, (input, random) -> {
                    var typed = new String(input, ISO_8859_1);
                    var origin = random.nextBoolean() ? Origin.API : Origin.FILE;
                    try {
                        var address = StreamAddress.parse(typed, origin);
                        assertThat(address.url()).contains("://");
                        assertThat(URI.create(address.url().replace("{", "%7B").replace("}", "%7D")))
                                .isNotNull();
                    } catch (IllegalArgumentException refused) {
                        assertThat(refused).hasMessageNotContaining(CANARY);
                        assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(300);
                    }
                });
    }

    @Test
    void optionsAreFollowedOrRefused() {
        Mutations.of(
                        "ffmpeg -rtsp_transport tcp -timeout 5000000 -analyzeduration 1M -i {url} -vf 'scale=1280:-1,fps=15' "
                                + "-c:v libx264 -preset veryfast -tune zerolatency -b:v 1.5M -g 30 -c:a aac -f rtsp",
                        "-an -r 30000/1001 -s 640x360 -x264-params keyint=30:min-keyint=30:scenecut=0",
                        "-force_key_frames \"expr:gte(t,n_forced*2)\" -probesize 32 -map 0:v:0 -vcodec copy")
                .check(10_000, (input, random) -> {
                    var line = CommandLine.of(new String(input, ISO_8859_1));
                    var read = FfmpegOptions.of(ContractsJson.mapper().valueToTree(new String(input, ISO_8859_1)));

                    assertThat(read.problems().size())
                            .isGreaterThanOrEqualTo(line.mistakes().size());
                    assertThat(read.problems())
                            .allSatisfy(
                                    problem -> assertThat(problem).isNotBlank().hasSizeLessThan(400));
                });
    }

    @Test
    void optionsInAnyShapeAreFollowedOrRefused() {
        Mutations.of(
                        "{\"input\":{\"rtsp_transport\":\"tcp\"},\"output\":{\"c:v\":\"libx264\",\"map\":[\"0:v\"],\"r\":5}}",
                        "[\"-an\",\"-r\",5,\"-vf\",\"scale=w=640:h=-1\"]",
                        "{\"scale\":null,\"an\":true,\"b:v\":\"800k\",\"x264-params\":\"keyint=9\"}")
                .check(10_000, (input, random) -> {
                    try {
                        var read = FfmpegOptions.of(ContractsJson.mapper().readTree(new String(input, ISO_8859_1)));
                        assertThat(read.fields().size()).isLessThanOrEqualTo(4);
                    } catch (JsonProcessingException noJson) {
                        assertThat(noJson).isNotNull();
                    }
                });
    }

    @Test
    void filesAreReadWithWhateverIsWrongInThem() {
        Mutations.of(FILE, JSON).check(400, (input, random) -> {
            var file = CamerasFile.parse(new String(input, ISO_8859_1), Origin.FILE);

            assertThat(file.problems().size()).isLessThanOrEqualTo(input.length + 1);
            var written = CamerasFile.write(file.devices(), file.cameras());
            assertThat(CamerasFile.parse(written, Origin.FILE).cameras()).hasSameSizeAs(file.cameras());
        });
    }

    @Test
    void pathsAreReadOrLeft() {
        Mutations.of("gate/main", "yard/sub").check(5000, (input, random) -> {
            var text = new String(input, ISO_8859_1);
            MediaPathName.parse(text)
                    .ifPresent(path -> assertThat(List.of(path.toString())).isNotEmpty());
        });
    }
}
