// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a camera can do; routes and the page offer nothing beyond it. */
public enum Capability {
    STREAMING,
    PTZ,
    DOORBELL;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Capability> parse(String text) {
        return Arrays.stream(values())
                .filter(capability -> capability.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Capability::wire).toList();
    }
}
