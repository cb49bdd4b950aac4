// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import io.nightjar.contracts.camera.CameraId;
import java.text.Normalizer;
import java.util.Locale;

/** Makes an id of a free text; the same text always gives the same id. */
final class Slug {

    private static final int MAX_LENGTH = 63;

    private Slug() {}

    /** Keeps an id that already is one. */
    static String of(String text) {
        var typed = text.strip();
        if (CameraId.isValid(typed)) {
            return typed;
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.isEmpty()) {
            return "camera-" + hash(typed);
        }
        return plain.length() <= MAX_LENGTH ? plain : plain.substring(0, MAX_LENGTH - 9) + "-" + hash(typed);
    }

    /** For a text whose slug is taken by another; what tells them apart goes in as a number only. */
    static String distinct(String text, String difference) {
        var slug = of(text);
        return slug.substring(0, Math.min(slug.length(), MAX_LENGTH - 9)) + "-" + hash(difference);
    }

    private static String hash(String text) {
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }
}
