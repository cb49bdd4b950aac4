// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.rtsp.DigestServer;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspAuth.Shown;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.simulators.rtsp.Lock;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets HTTP requests in that prove the password. Lives on the event loop. */
public final class HttpGate {

    /** How a password is to be proven. */
    public enum Style {
        DIGEST,
        /** Each proof needs a nonce of its own, so each second request is challenged. */
        SINGLE_USE_DIGEST,
        BASIC
    }

    private static final int MOST_NONCES = 200;

    private final String realm;
    private final @Nullable Credentials credentials;
    private final Lock lock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, DigestServer> nonces = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DigestServer> eldest) {
            return size() > MOST_NONCES;
        }
    };

    /** Without credentials everybody is let in. */
    public HttpGate(String realm, @Nullable Credentials credentials, Lock lock) {
        this.realm = realm;
        this.credentials = credentials;
        this.lock = lock;
    }

    public boolean admits(HttpServerRequest request, Style style) {
        var known = credentials;
        if (known == null) {
            return true;
        }
        var shown = RtspAuth.read(request.getHeader("Authorization"));
        if (shown instanceof Shown.Nothing || lock.locked()) {
            return false;
        }
        return switch (proof(request, style, shown, known)) {
            case RIGHT -> {
                lock.succeeded();
                yield true;
            }
            case WRONG -> {
                lock.failed();
                yield false;
            }
            case STALE -> false;
        };
    }

    private enum Proof {
        RIGHT,
        WRONG,
        /** The nonce is used up or the scheme is another one, which says nothing about the password. */
        STALE;

        static Proof of(boolean right) {
            return right ? RIGHT : WRONG;
        }
    }

    private Proof proof(HttpServerRequest request, Style style, Shown shown, Credentials known) {
        return switch (shown) {
            case Shown.Basic basic
            when style == Style.BASIC ->
                Proof.of(basic.username().equals(known.username())
                        && basic.password().equals(known.password()));
            case Shown.Digest digest when style != Style.BASIC -> proof(request, style, digest, known);
            default -> Proof.STALE;
        };
    }

    private Proof proof(HttpServerRequest request, Style style, Shown.Digest digest, Credentials known) {
        var nonce = digest.fields().getOrDefault("nonce", "");
        var server = style == Style.SINGLE_USE_DIGEST ? nonces.remove(nonce) : nonces.get(nonce);
        if (server == null) {
            return Proof.STALE;
        }
        var asked = RtspRequest.of(request.method().name(), request.uri(), 1);
        return Proof.of(digest.username().equals(known.username())
                && request.uri().equals(digest.fields().get("uri"))
                && server.proves(digest, known.password(), asked));
    }

    /** Answers 401 with a challenge. */
    public void challenge(HttpServerRequest request, Style style, String contentType, String body) {
        request.response().putHeader("WWW-Authenticate", style == Style.BASIC ? basic() : digest());
        Replies.text(request, 401, contentType, body);
    }

    private static String basic() {
        return "Basic realm=\"Device_CGI\"";
    }

    private String digest() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        nonces.put(nonce, new DigestServer(realm, nonce));
        return "Digest realm=\"" + realm + "\",qop=\"auth\",nonce=\"" + nonce + "\",opaque=\"\",stale=\"false\"";
    }
}
