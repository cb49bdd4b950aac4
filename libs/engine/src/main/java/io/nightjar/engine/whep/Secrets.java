// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names nobody can guess. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A random source identifier; 0 would read as none. */
    static int ssrc() {
        return RANDOM.nextInt(1, Integer.MAX_VALUE);
    }

    static long sessionNumber() {
        return RANDOM.nextLong(1, Long.MAX_VALUE);
    }
}
