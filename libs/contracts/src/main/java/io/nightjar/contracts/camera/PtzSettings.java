// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a camera's head is moved. Everything may be left out: then the camera is asked.
 *
 * @param driver the one way to speak to it; null tries ONVIF first, then the vendor's own
 * @param channel the head's number at a vendor's own interface, as that counts; null finds it
 * @param invertPan the camera hangs so that left and right are swapped
 * @param invertTilt the camera hangs upside down
 * @param homeAfterSeconds goes home when nobody has moved it for so long; null never does
 * @param homePreset the preset that is home; null is the camera's own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PtzSettings(
        @Nullable Driver driver,
        @Nullable Integer channel,
        boolean invertPan,
        boolean invertTilt,
        @Nullable Integer homeAfterSeconds,
        @Nullable String homePreset) {

    public static final PtzSettings NONE = new PtzSettings(null, null, false, false, null, null);

    /** The languages that heads speak. */
    public enum Driver {
        ONVIF,
        AMCREST,
        REOLINK,
        UNIFI,
        EUFY;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Driver> parse(String text) {
            return Arrays.stream(values())
                    .filter(driver -> driver.name().equalsIgnoreCase(text.strip()))
                    .findFirst();
        }

        public static List<String> names() {
            return Arrays.stream(values()).map(Driver::wire).toList();
        }
    }
}
