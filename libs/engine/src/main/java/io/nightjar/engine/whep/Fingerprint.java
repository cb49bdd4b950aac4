// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of a certificate as SDP carries it (RFC 8122): what ties a DTLS peer to the offer it made.
 *
 * @param hex pairs of upper-case digits with colons between
 */
record Fingerprint(String algorithm, String hex) {

    private static final HexFormat FORMAT = HexFormat.ofDelimiter(":").withUpperCase();
    private static final Map<String, String> DIGESTS =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

    /** Reads {@code sha-256 AB:CD:...}; empty for a hash too weak or unknown, and for nonsense. */
    static Optional<Fingerprint> parse(String text) {
        var words = text.strip().split("\\s+");
        if (words.length != 2) {
            return Optional.empty();
        }
        var algorithm = words[0].toLowerCase(Locale.ROOT);
        var hex = words[1].toUpperCase(Locale.ROOT);
        return DIGESTS.containsKey(algorithm) && hex.matches("[0-9A-F]{2}(:[0-9A-F]{2})+")
                ? Optional.of(new Fingerprint(algorithm, hex))
                : Optional.empty();
    }

    static Fingerprint sha256(byte[] certificate) {
        return new Fingerprint("sha-256", FORMAT.formatHex(digest("SHA-256", certificate)));
    }

    boolean matches(byte[] certificate) {
        var digest = DIGESTS.get(algorithm);
        return digest != null && hex.equals(FORMAT.formatHex(digest(digest, certificate)));
    }

    private static byte[] digest(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK has no " + name, missing);
        }
    }

    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
