// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys of an encrypted connection, made by the caller and renewed by the camera. Belongs to one thread. */
final class Keys {

    private static final Set<Integer> SIZES = Set.of(16, 24, 32);
    private static final int HEAD = 16;
    private static final int SALT = 16;
    private static final int WRAPPING = 8;
    private static final int ROUNDS = 2048;
    private static final int EVEN = 1;
    private static final int ODD = 2;

    private final String passphrase;
    private final int length;
    private final byte[] message;
    private final @Nullable Secret[] keys = new Secret[2];

    /** A key, and the salt that was told with it. */
    private static final class Secret {
        private final SecretKeySpec key;
        private final byte[] salt;

        Secret(SecretKeySpec key, byte[] salt) {
            this.key = key;
            this.salt = salt;
        }
    }

    private Keys(String passphrase, int length, byte[] message) {
        this.passphrase = passphrase;
        this.length = length;
        this.message = message;
    }

    /** New ones, of as many bytes as the camera wishes: 16, 24 or 32. */
    static Keys create(String passphrase, int wished) throws GeneralSecurityException {
        int length = SIZES.contains(wished) ? wished : 16;
        var random = new SecureRandom();
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var key = new byte[length];
        random.nextBytes(key);
        var wrap = Cipher.getInstance("AESWrap");
        wrap.init(Cipher.WRAP_MODE, wrapping(passphrase, salt, length));
        var spec = new SecretKeySpec(key, "AES");
        var message = ByteBuffer.allocate(HEAD + SALT + WRAPPING + length)
                .put(new byte[] {0x12, 0x20, 0x29, EVEN, 0, 0, 0, 0, 2, 0, 2, 0, 0, 0, SALT / 4, (byte) (length / 4)})
                .put(salt)
                .put(wrap.wrap(spec))
                .array();
        var keys = new Keys(passphrase, length, message);
        keys.keys[0] = new Secret(spec, salt);
        return keys;
    }

    private static SecretKeySpec wrapping(String passphrase, byte[] salt, int length) throws GeneralSecurityException {
        var half = Arrays.copyOfRange(salt, SALT / 2, SALT);
        var spec = new PBEKeySpec(passphrase.toCharArray(), half, ROUNDS, length * 8);
        try {
            var bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(bytes, "AES");
        } finally {
            spec.clearPassword();
        }
    }

    int length() {
        return length;
    }

    /** What tells the camera the key, wrapped by the passphrase. */
    byte[] message() {
        return message;
    }

    /** Takes a key, or two, that the camera tells in such a message. */
    void renew(ByteBuffer message) throws GeneralSecurityException {
        int start = message.position();
        int which = message.get(start + 3) & 3;
        int size = message.get(start + 15) * 4;
        int count = which == (EVEN | ODD) ? 2 : 1;
        if (message.get(start + 14) * 4 != SALT
                || !SIZES.contains(size)
                || message.remaining() < HEAD + SALT + WRAPPING + count * size) {
            throw new GeneralSecurityException("A key of another form than is known");
        }
        var fresh = new byte[SALT];
        message.get(start + HEAD, fresh);
        var wrapped = new byte[WRAPPING + count * size];
        message.get(start + HEAD + SALT, wrapped);
        var unwrap = Cipher.getInstance("AESWrap");
        unwrap.init(Cipher.UNWRAP_MODE, wrapping(passphrase, fresh, size));
        var bytes = unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
        if ((which & EVEN) != 0) {
            keys[0] = new Secret(new SecretKeySpec(bytes, 0, size, "AES"), fresh);
        }
        if ((which & ODD) != 0) {
            keys[1] = new Secret(new SecretKeySpec(bytes, (count - 1) * size, size, "AES"), fresh);
        }
    }

    /**
     * The plain bytes of a packet; empty when its key is not known.
     *
     * @param which 1 for the even key, 2 for the odd one
     */
    Optional<byte[]> decrypt(int which, int sequence, byte[] data) throws GeneralSecurityException {
        var secret = which == EVEN || which == ODD ? keys[which - 1] : null;
        if (secret == null) {
            return Optional.empty();
        }
        var counter = ByteBuffer.allocate(16).putInt(10, sequence).array();
        for (int index = 0; index < 14; index++) {
            counter[index] ^= secret.salt[index];
        }
        var cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, secret.key, new IvParameterSpec(counter));
        return Optional.of(cipher.doFinal(data));
    }
}
