// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** User and password under the names that earlier systems used. */
final class LegacyCredentials {

    static final String DEFAULT_USER = "admin";

    private LegacyCredentials() {}

    /** As the native format writes them. A password alone belongs to the user that cameras come with. */
    static Optional<ObjectNode> of(LegacyObject owner) {
        var nested = owner.section("credentials");
        var user = first(owner.text("user", "username"), nested.text("user", "username"));
        var own = owner.value("password", "pass", "passwd");
        var inner = nested.value("password", "pass", "passwd");
        var password = own == null ? inner : own;
        nested.reportUnknown();
        if (user == null && password == null) {
            return Optional.empty();
        }
        var credentials = JsonNodeFactory.instance.objectNode().put("username", user == null ? DEFAULT_USER : user);
        return Optional.of(password == null ? credentials : credentials.<ObjectNode>set("password", text(password)));
    }

    /** Word for word, and a number as it was written: a password keeps its spaces. */
    private static JsonNode text(JsonNode password) {
        return password.isValueNode() ? JsonNodeFactory.instance.textNode(password.asText()) : password;
    }

    private static @Nullable String first(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }
}
