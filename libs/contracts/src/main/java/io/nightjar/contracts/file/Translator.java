// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Knows files in other formats, and makes of each what a native file would hold. */
public interface Translator {

    /** Every file is meant to be native. */
    Translator NONE = (root, subject, lines) -> Optional.empty();

    /**
     * Empty where the file is in none of the formats known here.
     *
     * @param subject how to call the file in problems
     * @param lines on which line an object of the file began; 0 where that is not known
     */
    Optional<Translated> translate(JsonNode root, String subject, ToIntFunction<JsonNode> lines);
}
