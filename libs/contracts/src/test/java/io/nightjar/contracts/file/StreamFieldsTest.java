// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static io.nightjar.contracts.file.Parsed.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFieldsTest {

    @Test
    void everyFieldOfAStreamIsRead() {
        var file = CamerasFile.read(Path.of("src/test/resources/cameras/every-field.yaml"), Origin.FILE);

        assertThat(sentences(file)).isEmpty();
        var gate = file.cameras().getFirst();
        assertThat(gate.ptz()).isEqualTo(new PtzSettings(PtzSettings.Driver.ONVIF, 1, true, true, 60, "door"));
        assertThat(gate.ports()).containsEntry("http", 8080).containsEntry("rtsp", 8554);
        assertThat(gate.streams().get(Role.MAIN))
                .isEqualTo(new StreamSpec(
                        "rtsp://192.168.1.20/main",
                        List.of("rtsp://192.168.1.20/other", "http://192.168.1.20/video.mjpg"),
                        Protocol.RTSP,
                        Transport.TCP,
                        true,
                        true,
                        Video.COPY,
                        Audio.OPUS,
                        new InputOptions(
                                5000, 5000, 1_000_000, 500_000, 1_048_576, 500_000, null, null, null, null, null, null,
                                2, 512)));
        assertThat(gate.streams().get(Role.SUB)).isNotNull().satisfies(sub -> {
            assertThat(sub.video()).isEqualTo(new Video.Encode(640, 360, 7.5, 400, 0.5, Encoder.SOFTWARE));
            assertThat(sub.protocol()).isEqualTo(Protocol.SNAPSHOT);
            assertThat(sub.input().fps()).isEqualTo(0.5);
            assertThat(sub.input().width()).isEqualTo(1280);
        });
    }

    @Test
    void aPlainUrlIsAStreamCopiedWithoutSound() {
        var file = Parsed.camera("streams: {main: \"rtsp://10.0.0.1/a\"}");

        assertThat(Parsed.stream(file, Role.MAIN))
                .isEqualTo(new StreamSpec("rtsp://10.0.0.1/a", Transport.AUTO, false, true));
    }

    @Test
    void notAvailableMeansLeftOut() {
        var file = Parsed.main("transport: N/A, audio: n/a, video: N/A, input: {probeBytes: N/A}, protocol: N/A");

        assertThat(sentences(file)).isEmpty();
        assertThat(Parsed.stream(file, Role.MAIN))
                .isEqualTo(new StreamSpec("rtsp://10.0.0.1/a", Transport.AUTO, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "no", "\"off\"", "'0'"})
    void aFlagMayBeWrittenInManyWays(String no) {
        assertThat(Parsed.stream(Parsed.main("enabled: " + no), Role.MAIN).enabled())
                .isFalse();
    }

    @Test
    void soundMayBeOffWithoutQuotes() {
        assertThat(sentences(Parsed.main("audio: off"))).isEmpty();
        assertThat(sentences(Parsed.main("audio: false"))).isEmpty();
        assertThat(sentences(Parsed.main("audio: aac")))
                .containsExactly("Camera gate, streams.main.audio: \"aac\" is not known (allowed: off, copy, opus).");
    }

    @Test
    void anUnknownKeyIsNamedWithWhatWasProbablyMeant() {
        var file = Parsed.camera("ports: {htpp: 80}, credentials: {username: u, pasword: canary}, streams: {main: {url:"
                + " \"rtsp://10.0.0.1/a\", video: {widht: 640}, input: {probe_byte: 1}}}");

        assertThat(file.cameras()).hasSize(1);
        assertThat(sentences(file))
                .anyMatch(text -> text.contains("ports.htpp") && text.contains("did you mean \"http\"?"))
                .anyMatch(text -> text.contains("credentials.pasword") && text.contains("did you mean \"password\"?"))
                .anyMatch(text -> text.contains("streams.main.video.widht") && text.contains("\"width\"?"))
                .anyMatch(text -> text.contains("streams.main.input.probe_byte") && text.contains("\"probeBytes\"?"))
                .noneMatch(text -> text.contains("canary"));
    }

    @Test
    void numbersAreHeldToWhatMakesSense() {
        var file = Parsed.main("video: {fps: 0, bitrateKbps: lots, width: 1.5}, input: {openTimeoutMs: 5}");

        assertThat(sentences(file))
                .containsExactlyInAnyOrder(
                        "Camera gate, streams.main.video.fps: must be from 0.5 to 120, not 0.",
                        "Camera gate, streams.main.video.bitrateKbps: must be a number, not \"lots\".",
                        "Camera gate, streams.main.video.width: must be a whole number from 16 to 8192.",
                        "Camera gate, streams.main.input.openTimeoutMs: must be from 500 to 120000, not 5.");
    }

    @Test
    void aFingerprintIsReadAsPeopleCopyIt() {
        var file = CamerasFile.read(Path.of("src/test/resources/cameras/every-field.yaml"), Origin.FILE);

        assertThat(file.devices().getFirst().certificate()).isEqualTo("0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2));
        assertThat(sentences(CamerasFile.parse(
                        "version: 1\ndevices: [{id: c, vendor: unifi, host: h, certificate: \"0f:1e\"}]\ncameras: []",
                        Origin.FILE)))
                .contains(
                        "Device c, certificate: must be the SHA-256 fingerprint of a certificate, 64 hexadecimal digits.");
    }
}
