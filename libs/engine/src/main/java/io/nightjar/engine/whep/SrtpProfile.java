// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.jitsi.srtp.SrtpPolicy;

/** The ways we can protect media, best first. */
enum SrtpProfile {
    AEAD_AES_128_GCM(SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, 12),
    AES128_CM_SHA1_80(SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80, 14);

    static final int KEY_LENGTH = 16;

    private final int id;
    private final int saltLength;

    SrtpProfile(int id, int saltLength) {
        this.id = id;
        this.saltLength = saltLength;
    }

    static Optional<SrtpProfile> choose(int[] offered) {
        return Arrays.stream(values())
                .filter(profile -> Arrays.stream(offered).anyMatch(id -> id == profile.id))
                .findFirst();
    }

    int id() {
        return id;
    }

    int saltLength() {
        return saltLength;
    }

    /** A packet is protected once and its bytes kept for resending, so the sender's replay window is of no use. */
    SrtpPolicy policy() {
        var policy =
                switch (this) {
                    case AEAD_AES_128_GCM ->
                        new SrtpPolicy(
                                SrtpPolicy.AESGCM_ENCRYPTION,
                                KEY_LENGTH,
                                SrtpPolicy.NULL_AUTHENTICATION,
                                0,
                                16,
                                saltLength);
                    case AES128_CM_SHA1_80 ->
                        new SrtpPolicy(
                                SrtpPolicy.AESCM_ENCRYPTION,
                                KEY_LENGTH,
                                SrtpPolicy.HMACSHA1_AUTHENTICATION,
                                20,
                                10,
                                saltLength);
                };
        policy.setSendReplayEnabled(false);
        return policy;
    }
}
