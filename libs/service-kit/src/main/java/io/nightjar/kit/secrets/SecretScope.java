// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.Credentials;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which the secrets of one camera, device or vendor stand.
 *
 * @param login names of a user and its password; only both together count
 * @param named names of further secrets, by what {@link Credentials#named()} calls them
 */
record SecretScope(Optional<Login> login, Map<String, String> named) {

    record Login(String username, String password) {

        @Override
        public String toString() {
            return username + " with " + password;
        }
    }

    SecretScope {
        named = Map.copyOf(named);
    }

    static SecretScope of(String username, String password, Map<String, String> named) {
        return new SecretScope(Optional.of(new Login(username, password)), named);
    }

    static SecretScope of(String username, String password) {
        return of(username, password, Map.of());
    }

    static SecretScope onlyNamed(Map<String, String> named) {
        return new SecretScope(Optional.empty(), named);
    }

    Set<String> variables() {
        var variables = new HashSet<>(named.values());
        login.ifPresent(pair -> variables.addAll(List.of(pair.username(), pair.password())));
        return variables;
    }

    /** What a source holds of this; with an empty user where it holds further secrets only. */
    Credentials read(SecretSource source) {
        var found = new HashMap<String, String>();
        named.forEach((secret, variable) -> present(source, variable).ifPresent(value -> found.put(secret, value)));
        if (!found.containsKey(SecretNames.API_USER) || !found.containsKey(SecretNames.API_PASSWORD)) {
            // Half a pair signs nobody in, and would hide the pair that does.
            found.remove(SecretNames.API_USER);
            found.remove(SecretNames.API_PASSWORD);
        }
        var username = login.flatMap(pair -> present(source, pair.username()));
        var password = login.flatMap(pair -> source.value(pair.password()));
        return username.isPresent() && password.isPresent()
                ? new Credentials(username.get(), password.get(), found)
                : new Credentials("", "", found);
    }

    /** Templates set what they do not know to nothing; only a password may really be empty. */
    private static Optional<String> present(SecretSource source, String variable) {
        return source.value(variable).filter(value -> !value.isBlank());
    }
}
