// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.Credentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts credentials together from several places: of each secret the first that is found counts. */
final class Gathered {

    private Optional<Credentials> login = Optional.empty();
    private final Map<String, String> named = new HashMap<>();

    void add(Credentials found) {
        // A token in an address is a password without a user.
        if (login.isEmpty() && !(found.username().isEmpty() && found.password().isEmpty())) {
            login = Optional.of(found);
        }
        if (!named.containsKey(SecretNames.API_USER)) {
            // A pair is taken whole: user of one place and password of another sign nobody in.
            copy(found, SecretNames.API_USER);
            copy(found, SecretNames.API_PASSWORD);
        }
        found.named().forEach((secret, value) -> {
            if (!secret.equals(SecretNames.API_USER) && !secret.equals(SecretNames.API_PASSWORD)) {
                named.putIfAbsent(secret, value);
            }
        });
    }

    /** With an empty user and password where only further secrets were found. */
    Optional<Credentials> credentials() {
        if (login.isEmpty() && named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(
                login.map(Credentials::username).orElse(""),
                login.map(Credentials::password).orElse(""),
                named));
    }

    private void copy(Credentials found, String secret) {
        found.secret(secret).ifPresent(value -> named.put(secret, value));
    }
}
