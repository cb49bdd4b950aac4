// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What a stream is for: {@code MAIN} for the big picture and recordings, {@code SUB} for the wall. */
public enum Role {
    MAIN,
    SUB;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Role other() {
        return this == MAIN ? SUB : MAIN;
    }

    public static Optional<Role> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "main" -> Optional.of(MAIN);
            case "sub" -> Optional.of(SUB);
            default -> Optional.empty();
        };
    }

    @JsonCreator
    public static Role of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("A role is main or sub; got \"" + text + "\""));
    }
}
