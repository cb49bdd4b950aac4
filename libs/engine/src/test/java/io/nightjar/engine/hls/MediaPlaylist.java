// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A media playlist as a player reads it. Shares no code with what writes it. */
record MediaPlaylist(
        int targetSeconds,
        double partTarget,
        double holdBack,
        double skipUntil,
        long firstMsn,
        int discontinuitySequence,
        int skipped,
        List<Item> items,
        @Nullable String hint,
        boolean ended) {

    record PartLine(String uri, double duration, boolean independent) {}

    /** A segment, or the open one when it has no address. */
    record Item(
            long msn,
            @Nullable String uri,
            double duration,
            boolean gap,
            boolean discontinuity,
            @Nullable String map,
            @Nullable Instant time,
            List<PartLine> parts) {}

    static MediaPlaylist parse(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    static MediaPlaylist parse(String text) {
        var items = new ArrayList<Item>();
        var parts = new ArrayList<PartLine>();
        long first = (long) number(text, "#EXT-X-MEDIA-SEQUENCE:(\\d+)");
        int skipped = (int) number(text, "SKIPPED-SEGMENTS=(\\d+)");
        long msn = first + skipped;
        String map = null;
        Instant time = null;
        boolean gap = false;
        boolean discontinuity = false;
        double duration = 0;
        for (var line : text.split("\n")) {
            if (line.startsWith("#EXT-X-MAP")) {
                map = attribute(line, "URI");
            } else if (line.equals("#EXT-X-GAP")) {
                gap = true;
            } else if (line.equals("#EXT-X-DISCONTINUITY")) {
                discontinuity = true;
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                time = Instant.parse(line.substring(25));
            } else if (line.startsWith("#EXT-X-PART:")) {
                parts.add(new PartLine(
                        attribute(line, "URI"), number(line, "DURATION=([0-9.]+)"), line.contains("INDEPENDENT=YES")));
            } else if (line.startsWith("#EXTINF:")) {
                duration = number(line, "#EXTINF:([0-9.]+),");
            } else if (!line.startsWith("#") && !line.isBlank()) {
                items.add(new Item(msn++, line, duration, gap, discontinuity, map, time, List.copyOf(parts)));
                parts.clear();
                gap = false;
                discontinuity = false;
                time = null;
            }
        }
        if (!parts.isEmpty()) {
            items.add(new Item(msn, null, 0, false, discontinuity, map, time, List.copyOf(parts)));
        }
        var hint = text.contains("#EXT-X-PRELOAD-HINT:TYPE=PART")
                ? attribute(text.substring(text.indexOf("#EXT-X-PRELOAD-HINT")), "URI")
                : null;
        return new MediaPlaylist(
                (int) number(text, "#EXT-X-TARGETDURATION:(\\d+)"),
                number(text, "PART-TARGET=([0-9.]+)"),
                number(text, "PART-HOLD-BACK=([0-9.]+)"),
                number(text, "CAN-SKIP-UNTIL=([0-9.]+)"),
                first,
                (int) number(text, "#EXT-X-DISCONTINUITY-SEQUENCE:(\\d+)"),
                skipped,
                List.copyOf(items),
                hint,
                text.contains("#EXT-X-ENDLIST"));
    }

    List<Item> segments() {
        return items.stream().filter(item -> item.uri() != null && !item.gap()).toList();
    }

    List<PartLine> parts() {
        return items.stream().flatMap(item -> item.parts().stream()).toList();
    }

    long lastMsn() {
        return items.getLast().msn();
    }

    private static double number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static String attribute(String text, String name) {
        var found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(text);
        if (!found.find()) {
            throw new AssertionError("No " + name + " in " + text);
        }
        return found.group(1);
    }
}
