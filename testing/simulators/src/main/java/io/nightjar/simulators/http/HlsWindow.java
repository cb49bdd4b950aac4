// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The newest segments of a stream and the playlist that names them. Safe for many threads. */
final class HlsWindow {

    /** The playlist is worth sending once it has as many. */
    private static final int FEWEST = 2;

    private static final int MOST = 6;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Segment(long number, int init, double seconds, byte[] bytes) {}

    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Map<Integer, byte[]> inits = new HashMap<>();
    private int init;
    private long next;

    synchronized void init(byte[] bytes) {
        init++;
        inits.put(init, bytes);
    }

    synchronized void add(byte[] bytes, double seconds) {
        segments.add(new Segment(next++, init, seconds, bytes));
        if (segments.size() > MOST) {
            segments.remove();
        }
    }

    synchronized boolean ready() {
        return segments.size() >= FEWEST;
    }

    /** Forgets the segments; numbers go on. */
    synchronized void clear() {
        segments.clear();
    }

    synchronized String playlist() {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n");
        text.append("#EXT-X-INDEPENDENT-SEGMENTS\n");
        var first = segments.peek();
        text.append("#EXT-X-MEDIA-SEQUENCE:")
                .append(first == null ? next : first.number())
                .append('\n');
        var shown = 0;
        for (var segment : segments) {
            if (segment.init() != shown) {
                text.append(shown == 0 ? "" : "#EXT-X-DISCONTINUITY\n");
                shown = segment.init();
                text.append("#EXT-X-MAP:URI=\"init-").append(shown).append(".mp4\"\n");
            }
            text.append(
                    String.format(Locale.ROOT, "#EXTINF:%.3f,\nsegment-%d.m4s\n", segment.seconds(), segment.number()));
        }
        return text.toString();
    }

    /** An init section or segment by its name in the playlist. */
    synchronized Optional<byte[]> file(String name) {
        if (name.matches("init-\\d{1,6}\\.mp4")) {
            return Optional.ofNullable(inits.get(number(name)));
        }
        if (!name.matches("segment-\\d{1,9}\\.m4s")) {
            return Optional.empty();
        }
        var number = number(name);
        return segments.stream()
                .filter(segment -> segment.number() == number)
                .findFirst()
                .map(Segment::bytes);
    }

    private static int number(String name) {
        return Integer.parseInt(name.replaceAll("\\D+(\\d+)\\..*", "$1"));
    }
}
