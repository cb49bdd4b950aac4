// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How RTP travels from the camera. {@code AUTO} tries TCP, then UDP, and remembers what worked. */
public enum Transport {
    AUTO,
    TCP,
    UDP;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Transport> parse(String text) {
        return Arrays.stream(values())
                .filter(transport -> transport.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Transport::wire).toList();
    }
}
