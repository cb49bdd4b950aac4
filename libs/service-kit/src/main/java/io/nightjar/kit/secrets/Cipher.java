// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals one entry with AES-256-GCM; its name is authenticated, so entries cannot be exchanged. */
final class Cipher {

    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Cipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    record Sealed(String nonce, String data) {}

    Sealed seal(String reference, Credentials credentials) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var text = ContractsJson.mapper().writeValueAsBytes(credentials);
            var data =
                    cipher(javax.crypto.Cipher.ENCRYPT_MODE, reference, nonce).doFinal(text);
            return new Sealed(encoded(nonce), encoded(data));
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("Every Java has AES-GCM", impossible);
        }
    }

    Optional<Credentials> open(String reference, Sealed sealed) {
        try {
            var cipher = cipher(javax.crypto.Cipher.DECRYPT_MODE, reference, decoded(sealed.nonce()));
            return Optional.of(
                    ContractsJson.mapper().readValue(cipher.doFinal(decoded(sealed.data())), Credentials.class));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException otherKey) {
            return Optional.empty();
        }
    }

    private javax.crypto.Cipher cipher(int mode, String reference, byte[] nonce) throws GeneralSecurityException {
        var cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(reference.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
