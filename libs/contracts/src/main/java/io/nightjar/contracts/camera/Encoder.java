// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who encodes: the machine's hardware where it has some, software otherwise. */
public enum Encoder {
    AUTO,
    SOFTWARE,
    HARDWARE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Encoder> parse(String text) {
        return Arrays.stream(values())
                .filter(encoder -> encoder.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Encoder::wire).toList();
    }
}
