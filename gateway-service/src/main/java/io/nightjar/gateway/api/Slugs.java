// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.registry.RegistrySnapshot;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/** Makes an id of a name in any language: "Côté jardin" becomes "cote-jardin", or "cote-jardin-2" if that is taken. */
final class Slugs {
    private static final int LONGEST = 56;

    private Slugs() {}

    static CameraId of(String name, RegistrySnapshot registry) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var base = plain.isEmpty() ? "camera" : plain.substring(0, Math.min(plain.length(), LONGEST));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> CameraId.of(number == 1 ? base : base + "-" + number))
                .filter(id -> registry.cameras().keySet().stream()
                        .noneMatch(taken -> taken.folded().equals(id.folded())))
                .findFirst()
                .orElseThrow();
    }
}
