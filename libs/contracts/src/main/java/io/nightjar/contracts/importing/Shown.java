// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What of a file may be repeated in a sentence, and how. */
final class Shown {

    private static final int DECIMALS = 3;

    private Shown() {}

    /** As a person writes it: 2, not 2.0. */
    static String number(double value) {
        var plain = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return plain.toPlainString();
    }

    /** A number after a space; nothing of what might be a secret in the wrong place. */
    static String value(JsonNode value) {
        var text = value.isValueNode() ? value.asText("") : "";
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? " " + text : "";
    }

    /** Names come from a file too, so only what looks like a name is repeated. */
    static String name(String name) {
        return name.matches("[A-Za-z0-9_:. -]{1,64}") ? name : "...";
    }
}
