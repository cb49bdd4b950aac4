// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.rtsp.RtspAuth.Shown;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A server's half of authentication for one connection: one nonce, Basic and Digest MD5. SHA-256 is not offered, because
 * FFmpeg then fails to sign in.
 */
public final class DigestServer {

    private final String realm;
    private final String nonce;

    public DigestServer(String realm, String nonce) {
        this.realm = realm;
        this.nonce = nonce;
    }

    public static DigestServer withRandomNonce(String realm) {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new DigestServer(realm, HexFormat.of().formatHex(bytes));
    }

    /** Makes a 401 of the response; digest comes first because clients take the first they know. */
    public RtspResponse challenge(RtspRequest request, boolean withBasic) {
        var digest = "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=\"MD5\"";
        var response = RtspResponse.to(request, 401).plus("WWW-Authenticate", digest);
        return withBasic ? response.plus("WWW-Authenticate", "Basic realm=\"" + realm + "\"") : response;
    }

    /**
     * True when the client knows this password. Clients sign the absolute address, the path, or on SETUP the address of
     * the whole stream, so any address that begins or is begun by the requested one is accepted.
     */
    public boolean proves(Shown.Digest shown, String password, RtspRequest request) {
        var fields = shown.fields();
        if (!nonce.equals(fields.get("nonce")) || !realm.equals(fields.get("realm"))) {
            return false;
        }
        var uri = fields.getOrDefault("uri", "");
        return sameResource(uri, request.uri()) && matches(fields, shown.username(), password, request.method(), uri);
    }

    private boolean matches(Map<String, String> fields, String username, String password, String method, String uri) {
        if (!fields.getOrDefault("algorithm", "MD5").equalsIgnoreCase("MD5")) {
            return false;
        }
        var secret = DigestAnswer.hash("MD5", username + ":" + realm + ":" + password);
        var asked = DigestAnswer.hash("MD5", method + ":" + uri);
        var middle = fields.containsKey("qop")
                ? String.join(":", nonce, fields.getOrDefault("nc", ""), fields.getOrDefault("cnonce", ""), "auth")
                : nonce;
        var expected = DigestAnswer.hash("MD5", secret + ":" + middle + ":" + asked);
        var given = fields.getOrDefault("response", "").toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static boolean sameResource(String signed, String requested) {
        var left = path(signed);
        var right = path(requested);
        return left.startsWith(right) || right.startsWith(left);
    }

    private static String path(String uri) {
        int scheme = uri.indexOf("://");
        int slash = scheme < 0 ? uri.indexOf('/') : uri.indexOf('/', scheme + 3);
        var path = slash < 0 ? "/" : uri.substring(slash);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
