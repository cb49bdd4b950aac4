// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.file.Translated;
import io.nightjar.contracts.stream.Role;
import org.junit.jupiter.api.Test;

class SnapshotSettingsTest {

    private static final String CAMERA = "\"type\":\"reolink\",\"host\":\"10.0.0.1\",\"stream_type\":\"MJPEG\"";

    private static Translated snap(String settings) {
        return Samples.camera("GATE", CAMERA + ",\"mjpeg_snap\":" + settings);
    }

    @Test
    void flatAndNestedSettingsGiveTheSameSubStream() {
        var flat = Samples.spec(snap("{\"width\":640,\"height\":480,\"fps\":7,\"timeout_ms\":4000}"), "GATE");
        var nested = Samples.spec(
                snap("{\"sub\":{\"width\":\"640\",\"height\":480,\"fps\":\"7\",\"timeout_ms\":4000},\"main\":{}}"),
                "GATE");

        assertThat(flat.streams().get(Role.SUB)).isEqualTo(nested.streams().get(Role.SUB));
        assertThat(flat.streams().get(Role.MAIN).input())
                .isEqualTo(flat.streams().get(Role.SUB).input());
    }

    @Test
    void anEmptyObjectGivesTheDefaults() {
        for (var settings : new String[] {"{}", "null", "{\"sub\":{},\"main\":{}}"}) {
            var input =
                    Samples.spec(snap(settings), "GATE").streams().get(Role.SUB).input();
            assertThat(input.fps()).isEqualTo(10);
            assertThat(input.openTimeoutMs()).isEqualTo(5000);
        }
    }

    @Test
    void aRoleThatIsSwitchedOffStaysOff() {
        var streams = Samples.spec(snap("{\"sub\":{\"enabled\":1},\"main\":{\"enabled\":\"0\"}}"), "GATE")
                .streams();

        assertThat(streams.get(Role.SUB).enabled()).isTrue();
        assertThat(streams.get(Role.MAIN).enabled()).isFalse();
    }

    @Test
    void aConsoleMakesOnePictureWhichSnapTypeChooses() {
        var imported = Samples.camera(
                "G5",
                "\"type\":\"unifi\",\"protect_host\":\"10.0.0.9\",\"camera_id\":\"cafe\",\"stream_type\":\"mjpeg_proxy\","
                        + "\"mjpeg_snap\":{\"snap_type\":\"main\",\"main\":{\"fps\":2},\"sub\":{\"fps\":1}}");

        var streams = Samples.spec(imported, "G5").streams();
        assertThat(streams).containsOnlyKeys(Role.MAIN);
        assertThat(streams.get(Role.MAIN).input().fps()).isEqualTo(2);
        assertThat(imported.problems()).isEmpty();
    }

    @Test
    void typosAndNonsenseAreSaid() {
        assertThat(Samples.sentences(snap("{\"sub\":{\"fsp\":3,\"fps\":900},\"snap_type\":\"large\"}")))
                .anyMatch(sentence -> sentence.startsWith("Camera GATE, mjpeg_snap.sub.fsp: is not a known field"))
                .anyMatch(sentence -> sentence.startsWith("Camera GATE, mjpeg_snap.sub.fps: must be from 0.1 to 120"));
    }
}
