// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A camera that answered in the network, as ingest tells it.
 *
 * @param camera the object with which it could be added
 */
public record FoundCamera(
        String address,
        @Nullable String name,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable JsonNode camera) {

    record Found(List<FoundCamera> items) {
        Found {
            items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        }
    }
}
