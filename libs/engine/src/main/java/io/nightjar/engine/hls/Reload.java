// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a player asks of a playlist: to wait for a segment or a part, and to leave out what it knows.
 *
 * @param msn -1 when it does not wait
 * @param part -1 when it waits for the whole segment
 * @param suffix the query that is no directive, such as a token: the player must be able to show it for every file
 */
record Reload(long msn, int part, boolean skip, String suffix) {

    private static final String PREFIX = "_HLS_";

    /** Empty when the directives are not ones that a player may send. */
    static Optional<Reload> parse(Map<String, String> query) {
        var msn = query.get(PREFIX + "msn");
        var part = query.get(PREFIX + "part");
        var skip = query.get(PREFIX + "skip");
        if (part != null && msn == null) {
            return Optional.empty();
        }
        if ((msn != null && !msn.matches("\\d{1,15}")) || (part != null && !part.matches("\\d{1,6}"))) {
            return Optional.empty();
        }
        return Optional.of(new Reload(
                msn == null ? -1 : Long.parseLong(msn),
                part == null ? -1 : Integer.parseInt(part),
                "YES".equals(skip) || "v2".equals(skip),
                suffix(query)));
    }

    static String suffix(Map<String, String> query) {
        var own = new TreeMap<>(query);
        own.keySet().removeIf(name -> name.startsWith(PREFIX));
        return own.isEmpty()
                ? ""
                : own.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    boolean satisfied(Window window) {
        if (msn < 0) {
            return true;
        }
        return part < 0 ? window.completed(msn) : window.reached(msn, part);
    }

    /** Asks for what no player can know of yet. */
    boolean tooFar(Window window) {
        long open = window.openMsn();
        if (msn > open + 1) {
            return true;
        }
        int limit = window.timing().advanceLimit();
        return (msn == open && part >= window.openParts() + limit) || (msn == open + 1 && part >= limit);
    }
}
