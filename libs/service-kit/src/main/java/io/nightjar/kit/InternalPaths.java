// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request paths lead to internal routes, however they are written. */
final class InternalPaths {

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    /** Nobody needs more layers of encoding than this; what is still encoded then is refused as internal. */
    private static final int LAYERS = 4;

    private InternalPaths() {}

    /** True when any reading of the path (decoded, with dots resolved or not, any case) begins in {@code /internal}. */
    static boolean isInternal(String path) {
        return begins(path, "internal");
    }

    static boolean isMetrics(String path) {
        return begins(path, "q", "metrics");
    }

    private static boolean begins(String path, String... segments) {
        var plain = path;
        for (int layer = 0; layer <= LAYERS; layer++) {
            if (leads(plain, segments)) {
                return true;
            }
            var decoded = decode(plain);
            if (decoded.equals(plain)) {
                return false;
            }
            plain = decoded;
        }
        return true;
    }

    private static boolean leads(String path, String... wanted) {
        var kept = new ArrayDeque<String>();
        for (var part : path.toLowerCase(Locale.ROOT).split("[/\\\\]")) {
            var segment = part.contains(";") ? part.substring(0, part.indexOf(';')) : part;
            switch (segment.strip()) {
                case "", "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.addLast(segment.strip());
            }
        }
        for (var segment : wanted) {
            if (!segment.equals(kept.pollFirst())) {
                return false;
            }
        }
        return true;
    }

    private static String decode(String path) {
        return ENCODED.matcher(path)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
