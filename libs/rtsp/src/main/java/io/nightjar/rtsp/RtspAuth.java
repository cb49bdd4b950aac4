// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes into Authorization and WWW-Authenticate, for RTSP and HTTP alike. */
public final class RtspAuth {

    private RtspAuth() {}

    /** A server's demand. Anything but Basic and Digest is kept out when reading. */
    public record Challenge(
            String scheme,
            String realm,
            @Nullable String nonce,
            @Nullable String algorithm,
            @Nullable String qop,
            @Nullable String opaque) {

        public boolean digest() {
            return scheme.equals("Digest");
        }

        @Override
        public String toString() {
            return "Challenge[" + scheme + "]";
        }
    }

    /** What a client showed. No text form holds a secret. */
    public sealed interface Shown {

        record Nothing() implements Shown {}

        record Basic(String username, String password) implements Shown {
            @Override
            public String toString() {
                return "Basic[hidden]";
            }
        }

        record Bearer(String token) implements Shown {
            @Override
            public String toString() {
                return "Bearer[hidden]";
            }
        }

        /** Proof of a password; see {@link DigestServer}. */
        record Digest(String username, Map<String, String> fields) implements Shown {
            @Override
            public String toString() {
                return "Digest[hidden]";
            }
        }
    }

    /** Reads an Authorization header; what cannot be understood shows nothing. */
    public static Shown read(@Nullable String header) {
        if (header == null) {
            return new Shown.Nothing();
        }
        var words = header.strip().split("\\s+", 2);
        if (words.length < 2) {
            return new Shown.Nothing();
        }
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(words[1]);
            case "bearer" -> new Shown.Bearer(words[1].strip());
            case "digest" -> {
                var fields = fields(words[1]);
                yield new Shown.Digest(fields.getOrDefault("username", ""), fields);
            }
            default -> new Shown.Nothing();
        };
    }

    public static Shown read(RtspRequest request) {
        return read(request.header("Authorization").orElse(null));
    }

    /** Reads the challenges of a 401, each in its own header line or several in one. */
    public static List<Challenge> challenges(List<String> headers) {
        var challenges = new ArrayList<Challenge>();
        for (var header : headers) {
            for (var part : header.split("(?i)(?:^|,)\\s*(?=(?:Basic|Digest)\\s)")) {
                challenge(part.strip()).ifPresent(challenges::add);
            }
        }
        return challenges;
    }

    /** The Authorization header for the strongest challenge that can be answered; empty when there is none. */
    public static Optional<String> answer(
            List<Challenge> challenges, String method, String uri, String username, String password) {
        return answer(challenges, 1, method, uri, username, password);
    }

    /** @param count how often the same challenge is answered, with this time */
    public static Optional<String> answer(
            List<Challenge> challenges, int count, String method, String uri, String username, String password) {
        return challenges.stream()
                .filter(Challenge::digest)
                .filter(DigestAnswer::possible)
                .findFirst()
                .map(challenge -> DigestAnswer.header(challenge, count, method, uri, username, password))
                .or(() -> challenges.stream()
                        .filter(challenge -> !challenge.digest())
                        .findFirst()
                        .map(challenge -> basic(username, password)));
    }

    public static String basic(String username, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    }

    private static Shown basic(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded.strip()), UTF_8);
        } catch (IllegalArgumentException malformed) {
            return new Shown.Nothing();
        }
        int colon = pair.indexOf(':');
        return colon < 0 ? new Shown.Nothing() : new Shown.Basic(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static Optional<Challenge> challenge(String text) {
        var words = text.split("\\s+", 2);
        boolean digest = words[0].equalsIgnoreCase("Digest");
        if (words.length < 2 || (!digest && !words[0].equalsIgnoreCase("Basic"))) {
            return Optional.empty();
        }
        var fields = fields(words[1]);
        return Optional.of(new Challenge(
                digest ? "Digest" : "Basic",
                fields.getOrDefault("realm", ""),
                fields.get("nonce"),
                fields.get("algorithm"),
                fields.get("qop"),
                fields.get("opaque")));
    }

    /** Comma-separated name=value pairs, quoted or not; a backslash takes the next character as it is. */
    static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        var name = new StringBuilder();
        var value = new StringBuilder();
        var current = name;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                current.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '=' && current == name) {
                current = value;
            } else if (!quoted && c == ',') {
                put(fields, name, value);
                current = name;
            } else {
                current.append(c);
            }
        }
        put(fields, name, value);
        return fields;
    }

    private static void put(Map<String, String> fields, StringBuilder name, StringBuilder value) {
        if (!name.toString().isBlank()) {
            fields.putIfAbsent(
                    name.toString().strip().toLowerCase(Locale.ROOT),
                    value.toString().strip());
        }
        name.setLength(0);
        value.setLength(0);
    }
}
