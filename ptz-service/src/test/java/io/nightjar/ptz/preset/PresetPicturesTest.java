// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetPicturesTest {

    private static final CameraId GATE = CameraId.of("gate");

    @TempDir
    Path folder;

    @Test
    void noTokenLeavesTheFolder() throws Exception {
        var pictures = new PresetPictures(folder.resolve("presets"));
        for (var token : List.of("../../evil", "a/b c", "", "\u0000", "x".repeat(500))) {
            pictures.write(GATE, token, new byte[] {1});
            assertThat(pictures.read(GATE, token)).contains(new byte[] {1});
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(5).allMatch(file -> file.getParent()
                    .equals(folder.resolve("presets/gate")));
        }
    }

    @Test
    void picturesGoWithTheirPresetAndTheirCamera() {
        var pictures = new PresetPictures(folder);
        pictures.write(GATE, "1", new byte[] {1});
        pictures.write(GATE, "2", new byte[] {2});
        pictures.write(GATE, "3", new byte[] {3});
        pictures.remove(GATE, "1");
        pictures.keepOnly(GATE, List.of("3", "4"));
        assertThat(pictures.has(GATE, "1")).isFalse();
        assertThat(pictures.has(GATE, "2")).isFalse();
        assertThat(pictures.has(GATE, "3")).isTrue();
        pictures.forget(GATE);
        assertThat(folder.resolve("gate")).doesNotExist();
    }
}
