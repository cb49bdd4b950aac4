// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The size of a picture; one side may be left to follow from the other. */
record Size(@Nullable Integer width, @Nullable Integer height) {

    static final String ALLOWED = "WIDTHxHEIGHT such as 640x360, both even, from 16 to 8192";

    private static final Pattern PAIR = Pattern.compile("(-?[0-9]{1,5})\\s*[xX:*]\\s*(-?[0-9]{1,5})");
    private static final int SMALLEST = 16;
    private static final int LARGEST = 8192;

    /** Reads {@code 640x360} and the {@code 640:-1} of a scale filter. */
    static Optional<Size> parse(String text) {
        var pair = PAIR.matcher(text.strip());
        if (!pair.matches()) {
            return Optional.empty();
        }
        var size = new Size(side(pair.group(1)), side(pair.group(2)));
        return size.possible() ? Optional.of(size) : Optional.empty();
    }

    /** Writes the sides that are known. */
    void addTo(ObjectNode video) {
        if (width != null) {
            video.put("width", width);
        }
        if (height != null) {
            video.put("height", height);
        }
    }

    private static @Nullable Integer side(String text) {
        int side = Integer.parseInt(text);
        return side < 0 ? null : side;
    }

    private boolean possible() {
        return (width != null || height != null) && possible(width) && possible(height);
    }

    private static boolean possible(@Nullable Integer side) {
        return side == null || (side >= SMALLEST && side <= LARGEST && side % 2 == 0);
    }
}
