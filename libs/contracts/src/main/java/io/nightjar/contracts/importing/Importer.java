// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.Translated;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises the files of earlier systems and has them translated. Never fails, whatever the tree holds. */
public final class Importer {

    private Importer() {}

    /** Reads an operator's cameras file, native or of an earlier system; the API's own files are native. */
    public static CamerasFile read(Path file) {
        var around = ImportContext.beside(file.toAbsolutePath().resolveSibling(""));
        return CamerasFile.read(
                file,
                Origin.FILE,
                (root, subject, lines) -> tryImport(root, around.called(subject).withLines(lines)));
    }

    /** Empty where the tree is not of an earlier system: then it is meant to be native. */
    public static Optional<Translated> tryImport(JsonNode root, ImportContext context) {
        if (Catalogue.recognises(root)) {
            return Optional.of(new Catalogue(context).translate(root));
        }
        if (PlainList.recognises(root)) {
            return Optional.of(new PlainList(context).translate(root));
        }
        return Optional.empty();
    }
}
