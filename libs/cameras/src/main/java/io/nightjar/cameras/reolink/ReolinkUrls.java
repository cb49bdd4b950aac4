// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where a camera says its streams are. */
public record ReolinkUrls(Optional<String> main, Optional<String> sub) {

    static ReolinkUrls of(JsonNode urls) {
        return new ReolinkUrls(text(urls.path("mainStream")), text(urls.path("subStream")));
    }

    private static Optional<String> text(JsonNode url) {
        return Optional.of(url.asText("")).filter(text -> !text.isBlank());
    }
}
