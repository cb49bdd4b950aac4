// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose camera it is; decides addresses, sign-in and quirks. Read ignoring case, written in lower case. */
public enum Vendor {
    GENERIC,
    ONVIF,
    REOLINK,
    AMCREST,
    EUFY,
    UNIFI;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Vendor> parse(String text) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Vendor::wire).toList();
    }
}
