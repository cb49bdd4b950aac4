// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.cameras.UrlTemplate.SignIn;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts secrets where an address has places for them, each as its protocol wants it written. */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{(user|password|alias(?:\\.[a-z]+)?)}");

    private Places() {}

    static String fill(UrlTemplate template, String text, Optional<Credentials> credentials) {
        return PLACE.matcher(text).replaceAll(place -> {
            var name = place.group(1);
            var secret = Optional.ofNullable(template.secrets().get(name))
                    .or(() -> credentials.flatMap(given -> secret(given, name)))
                    .orElseThrow(() -> missing(name));
            return Matcher.quoteReplacement(template.signIn() == SignIn.RAW ? raw(secret) : encoded(secret));
        });
    }

    /** Everything but letters, digits and {@code -_.} as a percent sign and its code. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static Optional<String> secret(Credentials credentials, String name) {
        return switch (name) {
            case "user" -> Optional.of(credentials.username());
            case "password" -> Optional.of(credentials.password());
            default -> credentials.secret(name);
        };
    }

    private static CameraFailure missing(String name) {
        return new CameraFailure(
                ErrorKind.CONFIG,
                name.startsWith("alias")
                        ? "The stream's address needs the secret \"" + name + "\", and it is not set."
                        : "The stream's address needs a user and a password, and none are set.");
    }

    private static String raw(String secret) {
        if (secret.chars().anyMatch(c -> c == '&' || c <= ' ')) {
            throw new CameraFailure(
                    ErrorKind.CONFIG,
                    "This camera's address cannot carry a password with '&' or a space; choose another one.");
        }
        return secret;
    }
}
