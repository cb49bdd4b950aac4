// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who defined a camera. Operator files may point at loopback and are read-only to the API; the API may not. */
public enum Origin {
    FILE,
    API;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
