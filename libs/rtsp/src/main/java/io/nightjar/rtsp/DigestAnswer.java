// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.rtsp.RtspAuth.Challenge;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client's half of digest authentication (RFC 2617 and 7616), with and without qop. */
final class DigestAnswer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private DigestAnswer() {}

    static boolean possible(Challenge challenge) {
        return challenge.nonce() != null && hashName(challenge.algorithm()).isPresent();
    }

    static String header(Challenge challenge, int count, String method, String uri, String username, String password) {
        var clientNonce = new byte[8];
        RANDOM.nextBytes(clientNonce);
        return header(
                challenge,
                count,
                method,
                uri,
                username,
                password,
                HexFormat.of().formatHex(clientNonce));
    }

    static String header(
            Challenge challenge,
            int count,
            String method,
            String uri,
            String username,
            String password,
            String clientNonce) {
        var nonceCount = HexFormat.of().toHexDigits(count);
        var hash = hashName(challenge.algorithm()).orElseThrow();
        var nonce = Optional.ofNullable(challenge.nonce()).orElse("");
        var secret = hash(hash, username + ":" + challenge.realm() + ":" + password);
        if (session(challenge.algorithm())) {
            secret = hash(hash, secret + ":" + nonce + ":" + clientNonce);
        }
        boolean qop = Optional.ofNullable(challenge.qop()).orElse("").contains("auth");
        var asked = hash(hash, method + ":" + uri);
        var response = qop
                ? hash(hash, secret + ":" + nonce + ":" + nonceCount + ":" + clientNonce + ":auth:" + asked)
                : hash(hash, secret + ":" + nonce + ":" + asked);
        var text = new StringBuilder("Digest ")
                .append("username=\"")
                .append(escape(username))
                .append("\", realm=\"")
                .append(escape(challenge.realm()))
                .append("\", nonce=\"")
                .append(nonce)
                .append("\", uri=\"")
                .append(uri)
                .append("\", response=\"")
                .append(response)
                .append('"');
        if (challenge.algorithm() != null) {
            text.append(", algorithm=").append(challenge.algorithm());
        }
        if (challenge.opaque() != null) {
            text.append(", opaque=\"").append(challenge.opaque()).append('"');
        }
        if (qop || session(challenge.algorithm())) {
            text.append(qop ? ", qop=auth, nc=" + nonceCount : "")
                    .append(", cnonce=\"")
                    .append(clientNonce)
                    .append('"');
        }
        return text.toString();
    }

    static String hash(String name, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java lacks " + name, missing);
        }
    }

    private static Optional<String> hashName(@Nullable String algorithm) {
        return switch (algorithm == null ? "MD5" : algorithm.toUpperCase(Locale.ROOT)) {
            case "MD5", "MD5-SESS", "" -> Optional.of("MD5");
            case "SHA-256", "SHA-256-SESS" -> Optional.of("SHA-256");
            default -> Optional.empty();
        };
    }

    private static boolean session(@Nullable String algorithm) {
        return algorithm != null && algorithm.toLowerCase(Locale.ROOT).endsWith("-sess");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
