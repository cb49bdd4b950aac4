// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.Credentials;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an update does to credentials, which nobody can read back. */
public sealed interface CredentialsChange {

    /** What is left of those that are there. */
    Optional<Credentials> over(Optional<Credentials> stored);

    /** Leave those that are there. */
    record Keep() implements CredentialsChange {
        @Override
        public Optional<Credentials> over(Optional<Credentials> stored) {
            return stored;
        }
    }

    /** Put these in their place; none takes them away. */
    record Replace(Optional<Credentials> by) implements CredentialsChange {
        @Override
        public Optional<Credentials> over(Optional<Credentials> stored) {
            return by;
        }
    }

    /**
     * Put these over those that are there: what is not given stays.
     *
     * @param removed names of secrets that are taken away; {@link #LOGIN} is the user with the password
     */
    record Merge(Optional<Credentials> given, Set<String> removed) implements CredentialsChange {
        public static final String LOGIN = "login";

        @Override
        public Optional<Credentials> over(Optional<Credentials> stored) {
            var base = stored.orElse(Credentials.NOTHING);
            var over = given.orElse(Credentials.NOTHING);
            var named = new TreeMap<>(base.named());
            named.keySet().removeAll(removed);
            named.putAll(over.named());
            var login = login(removed.contains(LOGIN) ? Credentials.NOTHING : base, over);
            return login.username().isEmpty() && login.password().isEmpty() && named.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Credentials(login.username(), login.password(), named));
        }

        /** A password belongs to its user: another user does not get it. */
        private static Credentials login(Credentials base, Credentials over) {
            if (over.username().isEmpty() && over.password().isEmpty()) {
                return base;
            }
            boolean same =
                    over.username().equals(base.username()) && over.password().isEmpty();
            return same ? base : over;
        }
    }
}
