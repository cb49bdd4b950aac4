// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.contracts.camera.Credentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Proof of a password in a SOAP header (WS-Security UsernameToken), good for one request at one time. */
final class UsernameToken {

    private static final String EXTENSION =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String UTILITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
    private static final String MESSAGE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0";
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 20;

    private UsernameToken() {}

    /** The header for one request, made at a time by the camera's clock. */
    static String header(Credentials credentials, Instant cameraTime) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return header(credentials, cameraTime, nonce);
    }

    static String header(Credentials credentials, Instant cameraTime, byte[] nonce) {
        var created = CREATED.format(cameraTime);
        return "<wsse:Security s:mustUnderstand=\"1\" xmlns:wsse=\"" + EXTENSION + "\" xmlns:wsu=\"" + UTILITY
                + "\"><wsse:UsernameToken><wsse:Username>" + XmlBuilder.escaped(credentials.username())
                + "</wsse:Username><wsse:Password Type=\"" + PROFILE + "#PasswordDigest\">"
                + digest(nonce, created, credentials.password()) + "</wsse:Password><wsse:Nonce EncodingType=\""
                + MESSAGE + "#Base64Binary\">" + Base64.getEncoder().encodeToString(nonce)
                + "</wsse:Nonce><wsu:Created>" + created
                + "</wsu:Created></wsse:UsernameToken></wsse:Security>";
    }

    /** The standard asks for SHA-1 over the raw nonce, the time and the password. */
    static String digest(byte[] nonce, String created, String password) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java lacks SHA-1", missing);
        }
    }
}
