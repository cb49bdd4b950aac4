// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.kit.StateFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The key of a home's secrets: 32 random bytes, made by the first write. Losing it loses the secrets, nothing else. */
final class MasterKey {

    private static final int BYTES = 32;

    private final StateFile<String> file;

    MasterKey(Path path) {
        file = new StateFile<>(path, String.class);
    }

    Optional<Cipher> find() {
        return file.read().map(hex -> new Cipher(HexFormat.of().parseHex(hex)));
    }

    Cipher findOrCreate() {
        return find().orElseGet(() -> {
            var fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            file.write(HexFormat.of().formatHex(fresh));
            return new Cipher(fresh);
        });
    }
}
