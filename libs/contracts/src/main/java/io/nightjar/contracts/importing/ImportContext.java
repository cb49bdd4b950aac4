// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What stands around an imported file.
 *
 * @param subject how to call the file in problems
 * @param environment variables that settings and aliases may come from
 * @param vendorFiles the vendors' own files beside it
 * @param lines on which line an object of the file began; 0 where that is not known
 */
public record ImportContext(
        String subject, Map<String, String> environment, VendorFiles vendorFiles, ToIntFunction<JsonNode> lines) {

    /** Nothing but the file itself. */
    public static final ImportContext NONE = of(Map.of(), VendorFiles.NONE);

    public ImportContext {
        environment = Map.copyOf(environment);
    }

    /** The files of that folder, and this process's environment. */
    public static ImportContext beside(Path folder) {
        return of(System.getenv(), VendorFiles.in(folder));
    }

    public static ImportContext of(Map<String, String> environment, VendorFiles vendorFiles) {
        return new ImportContext("cameras file", environment, vendorFiles, node -> 0);
    }

    public ImportContext withLines(ToIntFunction<JsonNode> lineOf) {
        return new ImportContext(subject, environment, vendorFiles, lineOf);
    }

    public ImportContext called(String name) {
        return new ImportContext(name, environment, vendorFiles, lines);
    }

    /** A part of a sentence, or nothing. */
    String line(JsonNode node) {
        int line = lines.applyAsInt(node);
        return line == 0 ? "" : " (line " + line + ")";
    }

    @Override
    public String toString() {
        return "ImportContext[hidden]";
    }
}
