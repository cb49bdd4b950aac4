// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static io.nightjar.contracts.file.Parsed.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.Role;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final String PROFILES = """
            version: 1
            profiles:
              ffmpeg_copy: {backend: ffmpeg, command: "-rtsp_transport tcp -i {url} -vf scale=1280:-1 -an"}
              grid: {options: {input: {timeout: 5000000}, output: {r: 5, g: 10, "c:v": libx264}}}
            cameras:
            """;

    @Test
    void aStreamTakesWhatItsProfileSays() {
        var file = parse("- {id: gate, streams: {main: {url: 'rtsp://h/a', profile: ffmpeg_copy}}}");

        var main = Parsed.stream(file, Role.MAIN);
        assertThat(main.transport()).isEqualTo(Transport.TCP);
        assertThat(main.audio()).isEqualTo(Audio.OFF);
        assertThat(main.video()).isEqualTo(new Video.Encode(1280, null, null, null, 1, Encoder.AUTO));
    }

    @Test
    void theNearestWordCounts() {
        var file = parse("- {id: gate, streams: {main: {url: 'rtsp://h/a', profile: grid, transport: udp,"
                + " options: '-i {url} -s 640x360 -r 10', video: {width: 320}, input: {readTimeoutMs: 9000}}}}");

        var main = Parsed.stream(file, Role.MAIN);
        assertThat(main.transport()).isEqualTo(Transport.UDP);
        assertThat(main.video()).isEqualTo(new Video.Encode(320, 360, 10.0, null, 2, Encoder.SOFTWARE));
        assertThat(main.input().openTimeoutMs()).isEqualTo(5000);
        assertThat(main.input().readTimeoutMs()).isEqualTo(9000);
    }

    @Test
    void anUnknownProfileNamesTheKnownOnes() {
        var file = parse("- {id: gate, streams: {main: {url: 'rtsp://h/a', profile: gird}}}");

        assertThat(sentences(file))
                .contains("Camera gate, streams.main.profile: \"gird\" is not among this file's profiles; did you mean"
                        + " \"grid\"? (allowed: ffmpeg_copy, grid).");
    }

    @Test
    void aBrokenProfileIsReportedOnceAndStopsOnlyThoseWhoNameIt() {
        var file = CamerasFile.parse("""
                version: 1
                profiles: {broken: {command: "-i {url} -crf 23"}, good: {command: "-i {url} -r 5"}}
                cameras:
                  - {id: gate, streams: {main: {url: 'rtsp://h/a', profile: broken}}}
                  - {id: yard, streams: {main: {url: 'rtsp://h/b', profile: good}}}
                """, Origin.FILE);

        assertThat(file.cameras()).extracting(camera -> camera.id().value()).containsExactly("yard");
        assertThat(sentences(file))
                .containsExactlyInAnyOrder(
                        "Profile broken, command: -crf has no equivalent: give the encoder a rate by -b:v instead.",
                        "Camera gate, streams.main.profile: \"broken\" has mistakes of its own; correct them first.");
    }

    @Test
    void reconnectionIsForHttpAndRefusedForRtspByName() {
        var http = parse("- {id: gate, streams: {main: {url: 'http://h/a', options: -reconnect_delay_max 5}}}");
        var rtsp = parse("- {id: gate, streams: {main: {url: 'rtsp://h/a', options: -reconnect 1"
                + " -reconnect_delay_max 5}}}");

        assertThat(Parsed.stream(http, Role.MAIN).input().reconnectDelaySeconds())
                .isEqualTo(5);
        assertThat(sentences(rtsp))
                .contains(
                        "Camera gate, streams.main.options: -reconnect is for http sources; it breaks rtsp, leave it"
                                + " out.",
                        "Camera gate, streams.main.options: -reconnect_delay_max is for http sources; it breaks rtsp,"
                                + " leave it out.");
    }

    @Test
    void theReadAtItsOwnPaceOfAnOldProfileIsRefusedForLiveSources() {
        var file = parse("- {id: gate, streams: {main: {url: 'rtmp://h/a', options: '-re -rtmp_live live -i {url}'}}}");

        assertThat(file.cameras()).isEmpty();
        assertThat(sentences(file)).anyMatch(text -> text.contains("input.realtime: is for files"));
    }

    @Test
    void theApiHasOptionsButNoProfiles() {
        var camera = "- {id: gate, streams: {main: {url: 'rtsp://h/a', options: '-i {url} -r 5', profile: grid}}}";

        assertThat(sentences(CamerasFile.parse(PROFILES + camera, Origin.API)))
                .contains(
                        "Cameras file, profiles: belong in the operator's cameras file; a camera added by API has"
                                + " options of its own.",
                        "Camera gate, streams.main.profile: \"grid\" is not among this file's profiles.");
        var without = CamerasFile.parse("version: 1\ncameras:\n" + camera.replace(", profile: grid", ""), Origin.API);
        assertThat(Parsed.stream(without, Role.MAIN).video()).isInstanceOf(Video.Encode.class);
    }

    private static CamerasFile parse(String cameras) {
        return CamerasFile.parse(PROFILES + cameras, Origin.FILE);
    }
}
