// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import java.util.Map;
import java.util.Optional;

/** Somewhere single secrets are kept under the names of {@link SecretNames}; a vault is one more of these. */
public interface SecretSource {

    /** The secret of that name, as it is now. */
    Optional<String> value(String name);

    /** Changes whenever a value may have changed. */
    default String revision() {
        return "";
    }

    /** The environment of a process, which never changes. */
    static SecretSource environment(Map<String, String> variables) {
        var kept = Map.copyOf(variables);
        return name -> Optional.ofNullable(kept.get(name));
    }
}
