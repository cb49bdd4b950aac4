// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Session ids and stream identifiers nobody can guess. */
final class SessionIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    static String next() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static int number() {
        return RANDOM.nextInt();
    }
}
