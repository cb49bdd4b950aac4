// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.FieldProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier systems read as any cameras file is. */
class ImportedFileTest {

    @TempDir
    Path folder;

    private CamerasFile read(String text) throws IOException {
        var file = folder.resolve("cameras.json");
        Files.writeString(file, text);
        return Importer.read(file);
    }

    private static List<String> sentences(CamerasFile file) {
        return file.problems().stream().map(FieldProblem::sentence).toList();
    }

    @Test
    void theSampleIsReadWithLinesAndVendorFilesBesideIt() throws IOException {
        Files.writeString(folder.resolve("reolink.json"), "{\"rtsp\":{\"port\":10554}}");
        try (var sample = getClass().getResourceAsStream("/imports/mistakes.json")) {
            var file = read(new String(sample.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(file.cameras()).extracting(camera -> camera.id().value()).containsExactly("OUTER", "BESIDE");
            assertThat(file.cameras())
                    .allSatisfy(camera -> assertThat(camera.ports()).containsEntry("rtsp", 10_554));
            assertThat(sentences(file))
                    .contains(
                            "Camera OUTER, INNER: is a camera inside another one and does not run; check the braces"
                                    + " before it (line 18).",
                            "Cameras file cameras.json, settings.LOST: is a camera outside devices and does not run; move"
                                    + " it there (line 21).");
            assertThat(file.toString()).doesNotContain("canary");
        }
    }

    @Test
    void aMarkAtTheBeginningAndSpaceAroundChangeNothing() throws IOException {
        var text = "[{\"ip\":\"10.0.0.1\",\"password\":\"x\"}]";

        assertThat(read("\uFEFF" + text)).isEqualTo(read(text));
        assertThat(read("\n\t " + text + "\n\n")).isEqualTo(read(text));
        assertThat(read(text).cameras()).hasSize(1);
    }

    @Test
    void missingEmptyBrokenAndCameralessFilesAreToldApart() throws IOException {
        var absent = Importer.read(folder.resolve("none.json"));
        assertThat(sentences(absent)).singleElement().asString().contains("does not exist");
        assertThat(sentences(read(" \n"))).singleElement().asString().contains("is empty");
        assertThat(sentences(read("[{\"ip\": \"canary\"")))
                .singleElement()
                .asString()
                .matches(".*is not valid YAML or JSON at line 1.*")
                .doesNotContain("canary");
        for (var none : List.of("[]", "{\"devices\":{}}")) {
            assertThat(sentences(read(none))).singleElement().asString().contains("no cameras are defined");
        }
    }

    @Test
    void filesOfTheApiAreNativeOnly() {
        var file = CamerasFile.parse("{\"devices\":{\"A\":{\"type\":\"reolink\",\"host\":\"10.0.0.1\"}}}", Origin.API);

        assertThat(file.cameras()).isEmpty();
    }
}
