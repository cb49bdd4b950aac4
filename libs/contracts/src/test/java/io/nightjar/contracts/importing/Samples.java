// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.contracts.file.Translated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Files of earlier systems, and what becomes of them. */
final class Samples {

    private Samples() {}

    static JsonNode resource(String name) {
        try (var file = Samples.class.getResourceAsStream("/imports/" + name)) {
            return ContractsJson.mapper().readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode json(String text) {
        try {
            return ContractsJson.mapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Translated imported(JsonNode root) {
        return imported(root, ImportContext.NONE);
    }

    static Translated imported(JsonNode root, ImportContext context) {
        return Importer.tryImport(root, context).orElseThrow();
    }

    /** A catalogue with one camera. */
    static Translated camera(String id, String fields, ImportContext context) {
        return imported(json("{\"devices\":{\"" + id + "\":{" + fields + "}}}"), context);
    }

    static Translated camera(String id, String fields) {
        return camera(id, fields, ImportContext.NONE);
    }

    static ImportContext context(Map<String, String> environment, Map<Vendor, JsonNode> files) {
        return ImportContext.of(environment, VendorFiles.of(files));
    }

    /** The one camera of the native tree. */
    static JsonNode only(Translated imported) {
        assertThat(imported.root().path("cameras")).hasSize(1);
        return imported.root().path("cameras").get(0);
    }

    static JsonNode named(Translated imported, String id) {
        return StreamSupport.stream(imported.root().path("cameras").spliterator(), false)
                .filter(camera -> camera.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no camera " + id));
    }

    static List<String> sentences(Translated imported) {
        return imported.problems().stream().map(FieldProblem::sentence).toList();
    }

    /** What the native reader makes of the tree. */
    static CamerasFile read(Translated imported) {
        return CamerasFile.parse(imported.root().toString(), Origin.FILE);
    }

    static CameraSpec spec(Translated imported, String id) {
        return read(imported).cameras().stream()
                .filter(camera -> camera.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no camera " + id));
    }
}
