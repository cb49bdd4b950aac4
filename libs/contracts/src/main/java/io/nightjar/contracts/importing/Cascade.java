// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One setting from several places, the first that has it deciding. Zero, false and an empty text count as having it. */
final class Cascade {

    /**
     * A place where settings stand.
     *
     * @param source what people call it there, such as {@code reolink.json} or a variable's name
     */
    record Tier(UnaryOperator<String> source, Function<String, Optional<JsonNode>> lookup) {

        Tier(String source, Function<String, Optional<JsonNode>> lookup) {
            this(key -> source, lookup);
        }
    }

    record Setting(JsonNode value, String source) {}

    private final List<Tier> tiers;

    Cascade(List<Tier> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    Optional<Setting> find(String key) {
        return tiers.stream()
                .flatMap(tier ->
                        tier
                                .lookup()
                                .apply(key)
                                .map(value -> new Setting(value, tier.source().apply(key)))
                                .stream())
                .findFirst();
    }
}
