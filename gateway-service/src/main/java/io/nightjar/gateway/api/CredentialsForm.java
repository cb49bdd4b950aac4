// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.gateway.registry.CredentialsChange;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What an object that somebody sent does to the credentials that are stored: absent keeps them, null takes them away. */
final class CredentialsForm {
    private static final String FIELD = "credentials";

    private CredentialsForm() {}

    /** @param found in its credentials and in its addresses */
    static CredentialsChange change(ObjectNode form, Optional<Credentials> found) {
        if (form.has(FIELD) && form.get(FIELD).isNull()) {
            return new CredentialsChange.Replace(found);
        }
        var removed = removed(form, found);
        return found.isEmpty() && removed.isEmpty()
                ? new CredentialsChange.Keep()
                : new CredentialsChange.Merge(found, removed);
    }

    private static Set<String> removed(ObjectNode form, Optional<Credentials> found) {
        var given = form.path(FIELD);
        var removed = new HashSet<String>();
        if (given.path("username").isNull() || given.path("password").isNull()) {
            removed.add(CredentialsChange.Merge.LOGIN);
        }
        if (given.path("apiKey").isNull()) {
            removed.add(Credentials.API_KEY);
        }
        if (given.path(Credentials.API_USER).isNull()
                || given.path(Credentials.API_PASSWORD).isNull()) {
            // One without the other signs nobody in.
            removed.add(Credentials.API_USER);
            removed.add(Credentials.API_PASSWORD);
        }
        if (given.path("alias").isNull() || given.path("aliases").isNull()) {
            removed.add(Credentials.ALIAS);
            removed.add(Credentials.ALIAS_SUB);
        }
        if (found.filter(CredentialsForm::hasOneAlias).isPresent()
                && !keepsItsPlace(form.path("streams").path("sub"))) {
            // One alias for both streams: an earlier one of the small stream alone would still go before it.
            removed.add(Credentials.ALIAS_SUB);
        }
        return removed;
    }

    private static boolean hasOneAlias(Credentials found) {
        return found.secret(Credentials.ALIAS).isPresent()
                && found.secret(Credentials.ALIAS_SUB).isEmpty();
    }

    /** The address was sent back as it was shown, with a place for the alias. */
    private static boolean keepsItsPlace(JsonNode stream) {
        return stream.toString().contains("{" + Credentials.ALIAS + "}");
    }
}
