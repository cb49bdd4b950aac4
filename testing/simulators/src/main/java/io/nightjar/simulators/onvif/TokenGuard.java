// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.contracts.camera.Credentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Checks username tokens as a strict device does: the digest, the time by the device's clock, and each only once. */
final class TokenGuard {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final @Nullable Credentials credentials;
    private final Clock deviceClock;
    private final Map<String, Instant> seen = new HashMap<>();

    TokenGuard(@Nullable Credentials credentials, Clock deviceClock) {
        this.credentials = credentials;
        this.deviceClock = deviceClock;
    }

    boolean admits(SoapRequest request) {
        var known = credentials;
        if (known == null) {
            return true;
        }
        var security = request.header(Names.SECURITY, "Security");
        return security.isPresent() && proven(security.get(), known);
    }

    private boolean proven(Element security, Credentials known) {
        try {
            var token = Parts.of(Parts.of(security, Names.SECURITY).required("UsernameToken"), Names.SECURITY);
            var user = token.text("Username");
            var password = token.required("Password");
            var nonce = token.text("Nonce");
            // Created is of the other namespace, in whatever place it comes.
            var created = created(security);
            var type = password.getAttribute("Type");
            return user.equals(known.username())
                    && (type.isEmpty() || type.endsWith("#PasswordDigest"))
                    && timely(created)
                    && digest(nonce, created, known.password())
                            .equals(password.getTextContent().strip())
                    && fresh(nonce + " " + created);
        } catch (Fault | DateTimeParseException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String created(Element security) {
        var found = security.getElementsByTagNameNS(Names.UTILITY, "Created");
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private boolean timely(String created) {
        var difference = Duration.between(Instant.parse(created), deviceClock.instant());
        return difference.abs().compareTo(SKEW) <= 0;
    }

    private boolean fresh(String proof) {
        var now = deviceClock.instant();
        seen.values().removeIf(time -> time.plus(SKEW.multipliedBy(2)).isBefore(now));
        return seen.putIfAbsent(proof, now) == null;
    }

    private static String digest(String nonce, String created, String password) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(Base64.getDecoder().decode(nonce));
            sha1.update(created.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java lacks SHA-1", missing);
        }
    }
}
