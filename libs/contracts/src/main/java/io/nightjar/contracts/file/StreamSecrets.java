// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together what a camera's credentials say and what was found in its addresses. */
final class StreamSecrets {

    private StreamSecrets() {}

    static Optional<Credentials> merged(Fields camera, AddressFields addresses, Optional<Credentials> given) {
        var users = addresses.users();
        if (users.size() > 1) {
            camera.warn("streams", "main and sub name different users; a camera has one, and the first is used");
        }
        var user = given.filter(credentials -> !credentials.username().isEmpty() || users.isEmpty())
                .or(() -> users.stream().findFirst());
        var named = new TreeMap<String, String>();
        given.map(Credentials::named).ifPresent(named::putAll);
        var main = addresses.aliases().get(Role.MAIN);
        var sub = addresses.aliases().get(Role.SUB);
        if (main != null) {
            named.put(Credentials.ALIAS, main);
        }
        if (sub != null && !sub.equals(main)) {
            named.put(main == null ? addresses.aliasName(Role.SUB) : Credentials.ALIAS_SUB, sub);
        }
        if (user.isEmpty() && named.isEmpty()) {
            return Optional.empty();
        }
        var name = user.map(Credentials::username).orElse("");
        var password = user.map(Credentials::password).orElse("");
        return Optional.of(new Credentials(name, password, named));
    }
}
