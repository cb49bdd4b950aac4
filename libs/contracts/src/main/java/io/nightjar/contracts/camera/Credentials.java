// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A user and a password. Lives in memory and in the secrets file only; its text form shows neither.
 *
 * @param named further secrets by their names: {@code alias} (a UniFi stream; {@code alias.sub} for its small one),
 *     {@code apiKey}, and the pair of {@code apiUser} and {@code apiPassword}
 */
public record Credentials(String username, String password, Map<String, String> named) {

    /** Which of a UniFi camera's streams, and which for the role sub where that is another one. */
    public static final String ALIAS = "alias";

    public static final String ALIAS_SUB = "alias.sub";
    /** Signs in to a device in place of a user. */
    public static final String API_KEY = "apiKey";

    /** Signs in to a camera's own commands, where the user of its streams has a password that is too much for them. */
    public static final String API_USER = "apiUser";

    public static final String API_PASSWORD = "apiPassword";

    /** Nobody and nothing: where none are to be used, not even stored ones. */
    public static final Credentials NOTHING = new Credentials("", "");

    /** What an entry of an older version leaves out is filled in. */
    public Credentials {
        named = Map.copyOf(Objects.requireNonNullElse(named, Map.of()));
    }

    public Credentials(String username, String password) {
        this(username, password, Map.of());
    }

    public Optional<String> secret(String name) {
        return Optional.ofNullable(named.get(name));
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
