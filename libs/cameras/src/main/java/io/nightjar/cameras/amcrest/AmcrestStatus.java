// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where a head points. The key is misspelt on most firmware, and its values are in one line on some. */
final class AmcrestStatus {

    private static final List<String> KEYS = List.of("status.Postion", "status.Position");

    private AmcrestStatus() {}

    static Optional<AmcrestRange.Degrees> position(Map<String, String> status) {
        return KEYS.stream()
                .map(key -> values(status, key))
                .filter(values -> values.size() >= 2)
                .map(values ->
                        new AmcrestRange.Degrees(values.get(0), values.get(1), values.size() > 2 ? values.get(2) : 1))
                .findFirst();
    }

    private static List<Double> values(Map<String, String> status, String key) {
        var texts = status.containsKey(key)
                ? List.of(status.getOrDefault(key, "").split(",", -1))
                : List.of(
                        status.getOrDefault(key + "[0]", ""),
                        status.getOrDefault(key + "[1]", ""),
                        status.getOrDefault(key + "[2]", ""));
        var values = new ArrayList<Double>();
        for (var text : texts) {
            AmcrestNumbers.decimal(text).ifPresent(values::add);
        }
        return values;
    }
}
