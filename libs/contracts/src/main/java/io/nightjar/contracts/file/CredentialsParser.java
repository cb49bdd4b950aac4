// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code credentials} of a camera or device. */
final class CredentialsParser {

    private CredentialsParser() {}

    /** A camera's: user and password, a pair for its commands, an API key, and the aliases that stand for its streams. */
    static Optional<Credentials> camera(Fields camera) {
        return read(camera, true);
    }

    /** A device's: user and password, a pair for its commands, or an API key. */
    static Optional<Credentials> device(Fields device) {
        return read(device, false);
    }

    private static Optional<Credentials> read(Fields owner, boolean aliases) {
        var object = owner.object("credentials");
        if (object == null) {
            return Optional.empty();
        }
        var fields = owner.within("credentials", object);
        var username = fields.text("username");
        var password = secret(fields, "password");
        var named = new TreeMap<String, String>();
        keep(named, Credentials.API_KEY, secret(fields, "apiKey"));
        apiPair(fields, named);
        if (aliases) {
            keep(named, Credentials.ALIAS, secret(fields, "alias"));
            aliases(fields, named);
        }
        fields.reportUnknown();
        if (username == null && password != null) {
            fields.report("username", "is missing beside the password");
            return Optional.empty();
        }
        if (username == null && named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(username == null ? "" : username, password == null ? "" : password, named));
    }

    /** One without the other signs nobody in. */
    private static void apiPair(Fields fields, Map<String, String> named) {
        keep(named, Credentials.API_USER, fields.text("apiUser"));
        keep(named, Credentials.API_PASSWORD, secret(fields, "apiPassword"));
        boolean user = named.containsKey(Credentials.API_USER);
        boolean password = named.containsKey(Credentials.API_PASSWORD);
        if (user != password) {
            fields.report(
                    user ? "apiPassword" : "apiUser",
                    user ? "is missing beside the apiUser" : "is missing beside the apiPassword");
            named.remove(Credentials.API_USER);
            named.remove(Credentials.API_PASSWORD);
        }
    }

    private static void aliases(Fields credentials, Map<String, String> named) {
        var object = credentials.object("aliases");
        if (object == null) {
            return;
        }
        var fields = credentials.within("aliases", object);
        keep(named, Credentials.ALIAS, secret(fields, Role.MAIN.wire()));
        var sub = secret(fields, Role.SUB.wire());
        keep(named, named.containsKey(Credentials.ALIAS) ? Credentials.ALIAS_SUB : Credentials.ALIAS, sub);
        fields.reportUnknown();
    }

    private static void keep(Map<String, String> named, String name, @Nullable String secret) {
        if (secret != null && !secret.isBlank()) {
            named.put(name, secret);
        }
    }

    /** Word for word: a password keeps its spaces. */
    private static @Nullable String secret(Fields fields, String field) {
        var value = fields.value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            fields.report(field, "must be a text, not " + Fields.kindOf(value));
            return null;
        }
        return value.asText();
    }
}
