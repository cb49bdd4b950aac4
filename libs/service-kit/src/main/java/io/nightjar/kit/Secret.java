// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A shared secret: compared in constant time, never part of a text. */
public abstract class Secret {

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The secret itself, for the one header or handshake that carries it. */
    public final String value() {
        return value;
    }

    public final boolean matches(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[hidden]";
    }
}
