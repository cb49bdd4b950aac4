// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Recognises the files of earlier systems and has them translated. Never fails, whatever the tree holds. */
public final class Importer {

    private Importer() {}

    /** Empty where the tree is not of an earlier system: then it is meant to be native. */
    public static Optional<Imported> tryImport(JsonNode root, ImportContext context) {
        if (Catalogue.recognises(root)) {
            return Optional.of(new Catalogue(context).translate(root));
        }
        if (PlainList.recognises(root)) {
            return Optional.of(new PlainList(context).translate(root));
        }
        return Optional.empty();
    }
}
