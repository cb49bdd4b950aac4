// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How it is with a vendor's bridge.
 *
 * @param instance the base URL of the process that holds the connection
 */
@Schema(description = "How it is with a vendor's bridge, and what it asks of the operator before it works.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Bridge(
        @Schema(examples = "house") String device,

        boolean connected,

        @Schema(
                implementation = String.class,
                enumeration = {"nothing", "captcha", "verify-code"})
        BridgeNeed needs,

        @Schema(description = "The picture whose text is asked for, as a data URL.") @Nullable
        String captcha,

        @Nullable String error,

        @Nullable String reason,
        @JsonIgnore String instance) {
    private static final int LARGEST_PICTURE = 512 * 1024;
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|svg\\+xml);base64,[A-Za-z0-9+/=]+");

    /** Empty when what was said is not about a bridge. */
    static Optional<Bridge> read(JsonNode said, String instance) {
        if (!said.path("device").isTextual() || !said.path("connected").isBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new Bridge(
                said.path("device").asText(),
                said.path("connected").asBoolean(),
                need(said.path("needs").asText()),
                picture(said.path("captcha").asText("")),
                said.path("error").textValue(),
                said.path("reason").textValue(),
                instance));
    }

    /** Of two reports about one bridge, the one that comes from who is nearer to it. */
    Bridge orBetter(Bridge other) {
        return other.weight() > weight() ? other : this;
    }

    private int weight() {
        return needs != BridgeNeed.NOTHING ? 2 : connected ? 1 : 0;
    }

    private static BridgeNeed need(String text) {
        return Arrays.stream(BridgeNeed.values())
                .filter(need -> need.wire().equals(text))
                .findFirst()
                .orElse(BridgeNeed.NOTHING);
    }

    /** Shown by pages: nothing that is not a picture goes through. */
    private static @Nullable String picture(String text) {
        return text.length() <= LARGEST_PICTURE && PICTURE.matcher(text).matches() ? text : null;
    }
}
