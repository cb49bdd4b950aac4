// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.util.Arrays;

/** What DTLS exported for SRTP (RFC 5764): client key, server key, client salt, server salt. */
final class SrtpKeys {

    private static final int KEY = SrtpProfile.KEY_LENGTH;

    private final SrtpProfile profile;
    private final byte[] material;

    SrtpKeys(SrtpProfile profile, byte[] material) {
        this.profile = profile;
        this.material = material;
    }

    static int materialLength(SrtpProfile profile) {
        return 2 * (KEY + profile.saltLength());
    }

    SrtpProfile profile() {
        return profile;
    }

    byte[] clientKey() {
        return Arrays.copyOfRange(material, 0, KEY);
    }

    byte[] serverKey() {
        return Arrays.copyOfRange(material, KEY, 2 * KEY);
    }

    byte[] clientSalt() {
        return Arrays.copyOfRange(material, 2 * KEY, 2 * KEY + profile.saltLength());
    }

    byte[] serverSalt() {
        return Arrays.copyOfRange(material, 2 * KEY + profile.saltLength(), materialLength(profile));
    }
}
