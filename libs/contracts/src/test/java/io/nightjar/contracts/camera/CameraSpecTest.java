// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraSpecTest {

    @Test
    void oneStreamServesBothRoles() {
        var camera = camera("streams: {sub: {url: \"rtsp://cam/a\"}}");

        assertThat(camera.sources()).containsExactly(StreamId.of("gate", Role.SUB));
        assertThat(camera.servedBy(Role.MAIN)).contains(Role.SUB);
        assertThat(camera.servedBy(Role.SUB)).contains(Role.SUB);
    }

    @Test
    void rolesThatNameTheSameSourceShareOneSession() {
        var camera = camera("streams: {main: {url: \"rtsp://cam/a\"}, sub: {url: \"rtsp://cam/a\"}}");

        assertThat(camera.sources()).containsExactly(StreamId.of("gate", Role.SUB));
        assertThat(camera.servedBy(Role.MAIN)).contains(Role.SUB);
        assertThat(camera.streams().get(Role.MAIN)).matches(stream -> stream != null && !stream.onDemand());
    }

    @Test
    void differentSourcesRunApart() {
        var camera = camera("streams: {main: {url: \"rtsp://cam/a\"}, sub: {url: \"rtsp://cam/b\"}}");

        assertThat(camera.sources()).containsExactly(StreamId.of("gate", Role.MAIN), StreamId.of("gate", Role.SUB));
    }

    @Test
    void aStreamIdIsWrittenExactly() {
        assertThat(StreamId.parse("gate/sub")).contains(StreamId.of("gate", Role.SUB));
        assertThat(StreamId.of("gate", Role.MAIN)).hasToString("gate/main");
        for (var wrong : new String[] {"gate", "gate/Sub", "gate/sub/x", "/sub", "ga te/sub", "../sub"}) {
            assertThat(StreamId.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "_a",
                "a b",
                "a/b",
                "ä",
                "a.b",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void anIdThatFitsNoPathOrKeyIsRefused(String id) {
        assertThatThrownBy(() -> CameraId.of(id)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CameraSpec camera(String fields) {
        return CamerasFile.parse("version: 1\ncameras: [{id: gate, " + fields + "}]", Origin.FILE)
                .cameras()
                .getFirst();
    }
}
