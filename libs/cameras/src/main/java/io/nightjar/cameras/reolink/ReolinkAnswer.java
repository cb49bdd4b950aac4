// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import java.util.Optional;

/** What one command came to. Cameras of some firmware report failures with the code of success. */
record ReolinkAnswer(JsonNode item) {

    Optional<Integer> code() {
        var error = item.path("error").path("rspCode");
        var result = item.path("value").path("rspCode");
        if (error.isInt()) {
            return Optional.of(error.asInt());
        }
        return result.isInt() && result.asInt() < 0 ? Optional.of(result.asInt()) : Optional.empty();
    }

    Optional<CameraFailure> failure() {
        return code().map(ReolinkCodes::failure)
                .or(() -> item.path("code").asInt() == 0 ? Optional.empty() : Optional.of(ReolinkCodes.unnamed()));
    }

    boolean notSignedIn() {
        return code().filter(code -> code == -6).isPresent()
                || item.path("error").path("detail").asText().contains("login first");
    }

    boolean noSessionLeft() {
        return code().filter(code -> code == -5).isPresent();
    }

    JsonNode value() {
        return item.path("value");
    }

    /** What the values may be, where that was asked for. */
    JsonNode range() {
        return item.path("range");
    }

    @Override
    public String toString() {
        return "ReolinkAnswer[" + item.path("cmd").asText() + "]";
    }
}
