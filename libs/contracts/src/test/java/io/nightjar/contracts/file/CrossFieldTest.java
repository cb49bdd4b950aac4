// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static io.nightjar.contracts.file.Parsed.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.stream.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single fields allow and their combination forbids: one fixture for each rule. */
class CrossFieldTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "vendor: eufy, host: 10.0.0.9, streams: {main: {transport: udp}}"
                        + " => Camera gate, streams.main.transport: a Eufy camera signs nobody in over UDP (allowed: auto, tcp).",
                "vendor: unifi, host: 10.0.0.9, channel: a1, streams: {main: {transport: udp}}"
                        + " => Camera gate, streams.main.transport: a UniFi console opens its streams over TCP only (allowed: auto, tcp).",
                "streams: {main: {url: 'rtmp://h/a', transport: udp}}"
                        + " => Camera gate, streams.main.transport: udp is a way of RTSP; rtmp has its own (allowed: auto, tcp).",
                "streams: {main: {url: 'rtsps://h/a', transport: udp}}"
                        + " => Camera gate, streams.main.transport: rtsps goes over TCP only (allowed: auto, tcp).",
                "streams: {main: {url: 'rtsp://h/a', protocol: rtmp}}"
                        + " => Camera gate, streams.main.protocol: rtmp does not fit an address that begins with rtsp:// (allowed: rtsp, neolink).",
                "streams: {main: {url: 'http://h/a', protocol: rtsp}}"
                        + " => Camera gate, streams.main.protocol: rtsp does not fit an address that begins with http:// (allowed: flv, mjpeg, snapshot, hls).",
                "vendor: eufy, host: h, streams: {main: {protocol: rtmp}}"
                        + " => Camera gate, streams.main.protocol: rtmp addresses of eufy cameras do not follow from their host; give a url, or choose another (allowed: rtsp).",
                "vendor: amcrest, host: h, streams: {main: {protocol: rtmp}}"
                        + " => Camera gate, streams.main.protocol: rtmp addresses of amcrest cameras do not follow from their host; give a url, or choose another (allowed: rtsp, mjpeg, snapshot).",
                "vendor: reolink, host: h, streams: {main: {protocol: snapshot, input: {width: 320}}}"
                        + " => Camera gate, streams.main.input.width: must be at least 640; a Reolink camera refuses smaller pictures.",
                "streams: {main: {url: 'rtsp://h/a', video: {keyFrameSeconds: 7.2, fps: 5}}}"
                        + " => Camera gate, streams.main.video.keyFrameSeconds: must be at most 2, the length of a segment, which begins with a key frame; it is 7.2.",
                "streams: {main: {url: 'rtsp://h/a', video: {keyFrameSeconds: 1, fps: 0.5}}}"
                        + " => Camera gate, streams.main.video.keyFrameSeconds: is shorter than one picture at 0.5 fps; raise fps or this.",
                "streams: {main: {url: 'rtsp://h/a', video: {width: 641}}}"
                        + " => Camera gate, streams.main.video.width: must be even, since H.264 halves it for colours; write 640 or 642.",
                "streams: {main: {url: 'rtsp://h/a', input: {realtime: true}}}"
                        + " => Camera gate, streams.main.input.realtime: is for files; a live source keeps its own pace, and holding it back loses pictures.",
                "streams: {main: {url: 'rtsp://h/a', input: {reconnectDelaySeconds: 5}}}"
                        + " => Camera gate, streams.main.input.reconnectDelaySeconds: is for http sources; a lost rtsp session is opened again anyway.",
                "ptz_capable: true, streams: {main: {url: 'rtsp://h/a'}}"
                        + " => Camera gate, ptz_capable: is not used any more; write capabilities: [streaming, ptz] for a camera that moves.",
                "streams: {main: {protocol: rtsp}}" + " => Camera gate, streams.main.url: is missing.",
                "vendor: eufy"
                        + " => Camera gate, streams: is missing; give the camera's host, or a url for main or sub.",
            })
    void aContradictionIsRefusedInOneSentence(String camera, String sentence) {
        var file = Parsed.camera(camera);

        assertThat(file.cameras()).isEmpty();
        assertThat(sentences(file)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "ptz: {channel: 1}, streams: {main: {url: 'rtsp://h/a'}}"
                        + " => Camera gate, ptz: has no effect while capabilities do not name ptz.",
                "capabilities: [streaming, ptz], ptz: {homePreset: door}, streams: {main: {url: 'rtsp://h/a'}}"
                        + " => Camera gate, ptz.homePreset: has no effect without homeAfterSeconds.",
                "vendor: reolink, host: h, credentials: {username: u, password: 'a&b'}, streams: {main: {protocol: rtmp}}"
                        + " => Camera gate, credentials.password: holds &, # or a space, which may end it early over rtmp; choose another password, or rtsp for main.",
                "vendor: reolink, streams: {main: {url: 'rtmp://u:a%23b@h/bcs'}}"
                        + " => Camera gate, credentials.password: holds &, # or a space, which may end it early over rtmp; choose another password, or rtsp for main.",
                "streams: {main: {url: 'rtsp://h/a', input: {fps: 5}}}"
                        + " => Camera gate, streams.main.input: fps, width, height and pixelFormat are asked of snapshots and local cameras only and are ignored; to change a stream's size or rate use video.",
                "streams: {main: {url: 'rtsp://h/a'}, sub: {url: 'rtsp://h/a', video: {width: 320}}}"
                        + " => Camera gate, streams: main and sub have one url but differ in protocol, video or audio, so the camera is opened twice.",
                "vendor: unifi, host: h"
                        + " => Camera gate, channel: is missing; give the camera's id in Protect, or credentials with an alias, unless the environment has one.",
            })
    void whatOnlyHasNoEffectIsSaidAndTheCameraRuns(String camera, String sentence) {
        var file = Parsed.camera(camera);

        assertThat(file.cameras()).hasSize(1);
        assertThat(sentences(file)).containsExactly(sentence);
        assertThat(file.toString()).doesNotContain("a&b", "a#b");
    }

    @Test
    void oneUrlTreatedInTwoWaysIsTwoSources() {
        var file = Parsed.camera("streams: {main: {url: 'rtsp://h/a'}, sub: {url: 'rtsp://h/a', video: {width: 320}}}");

        assertThat(Parsed.only(file).sources()).hasSize(2);
    }

    @Test
    void aEufyCameraThatNamesBothRolesIsOpenedOnce() {
        var file = Parsed.camera("vendor: eufy, host: h, streams: {main: {}, sub: {}}");

        assertThat(Parsed.only(file).sources()).hasSize(1);
        assertThat(Parsed.only(file).servedBy(Role.MAIN)).contains(Role.SUB);
    }

    @Test
    void aDoorbellWithoutAnAddressIsKeptAndDoesNotStream() {
        var file = Parsed.camera("vendor: eufy, capabilities: [streaming, doorbell]");

        assertThat(sentences(file))
                .containsExactly(
                        "Camera gate, streams: are missing; the doorbell is kept, and has no picture until it gets a"
                                + " url.");
        assertThat(Parsed.only(file).capabilities()).containsExactly(Capability.DOORBELL);
        assertThat(Parsed.only(file).sources()).isEmpty();
        assertThat(file.all()).hasSize(1);
        assertThat(file.streaming()).isEmpty();
    }
}
