// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import io.nightjar.contracts.camera.Credentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The second guard: ingest says no secrets, and if it ever did, they would end here. Short ones would hide plain words. */
final class Redaction {
    private static final int SHORTEST = 3;
    private static final String HIDDEN = "***";
    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s]*@");

    private final List<String> secrets;

    Redaction(Optional<Credentials> credentials) {
        this.secrets = credentials.stream()
                .flatMap(known -> Stream.concat(Stream.of(known.password()), known.named().values().stream()))
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(secret -> Stream.of(secret, encoded(secret)))
                .distinct()
                // A secret may be a part of another one.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String of(String text) {
        var clean = USER_INFO.matcher(text).replaceAll("://");
        for (var secret : secrets) {
            clean = clean.replace(secret, HIDDEN);
        }
        return clean;
    }

    @Nullable
    String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
