// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes one playlist. Names: {@code PREFIX_initG.mp4}, {@code PREFIX_segN.mp4}, {@code PREFIX_partP.mp4}; the prefix
 * differs from muxer to muxer, so that no cache answers with a stream that is gone.
 */
final class PlaylistText {

    static final String MULTIVARIANT = "index.m3u8";
    static final String MEDIA = "stream.m3u8";

    // Milliseconds always: some players do not take a time without them.
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder(4096);
    private final String prefix;
    private final String suffix;

    private PlaylistText(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    static String multivariant(HlsFormats formats, long bandwidth, String suffix) {
        var playlist = new PlaylistText("", suffix);
        var video = formats.video();
        var size = video == null ? "" : ",RESOLUTION=" + video.width() + "x" + video.height();
        playlist.line("#EXTM3U");
        playlist.line("#EXT-X-VERSION:9");
        playlist.line(
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS=\"%s\"%s", bandwidth, String.join(",", formats.codecs()), size);
        playlist.line("%s%s", MEDIA, suffix);
        return playlist.text.toString();
    }

    /** The media playlist; a delta update when that is asked for and something is old enough to be left out. */
    static String media(Window window, String prefix, String suffix, boolean delta) {
        var playlist = new PlaylistText(prefix, suffix);
        synchronized (window) {
            playlist.header(window);
            playlist.segments(window, delta);
            playlist.end(window);
        }
        return playlist.text.toString();
    }

    private void header(Window window) {
        var timing = window.timing();
        line("#EXTM3U");
        line("#EXT-X-VERSION:9");
        line("#EXT-X-TARGETDURATION:%d", timing.targetSeconds());
        line(
                "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=%.3f,HOLD-BACK=%d,CAN-SKIP-UNTIL=%.3f",
                seconds(timing.holdBackMicros()), 3 * timing.targetSeconds(), seconds(timing.skipBoundaryMicros()));
        line("#EXT-X-PART-INF:PART-TARGET=%.3f", seconds(timing.partTargetMicros()));
        line("#EXT-X-MEDIA-SEQUENCE:%d", window.firstMsn());
        if (window.removedDiscontinuities() > 0) {
            line("#EXT-X-DISCONTINUITY-SEQUENCE:%d", window.removedDiscontinuities());
        }
    }

    private void segments(Window window, boolean delta) {
        var segments = window.listed();
        var timing = window.timing();
        long first = segments.isEmpty() ? window.openMsn() : segments.getFirst().msn();
        int gaps = (int) (first - window.firstMsn());
        int skipped = delta ? skippable(segments, gaps, window) : 0;
        if (skipped > 0) {
            line("#EXT-X-SKIP:SKIPPED-SEGMENTS=%d", skipped);
        }
        Segment.@Nullable Generation generation = null;
        if (gaps > skipped && !segments.isEmpty()) {
            generation = map(segments.getFirst());
            gaps(gaps - skipped, segments.getFirst().wallMicros(), window.gapSeconds());
        }
        long remaining = segments.stream().mapToLong(Segment::durationMicros).sum();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (i + gaps >= skipped) {
                if (segment.discontinuity()) {
                    line("#EXT-X-DISCONTINUITY");
                }
                if (generation == null || segment.generation().number() != generation.number()) {
                    generation = map(segment);
                }
                segment(segment, remaining <= timing.partsListedMicros());
            }
            remaining -= segment.durationMicros();
        }
    }

    private Segment.Generation map(Segment segment) {
        line("#EXT-X-MAP:URI=\"%s_init%d.mp4%s\"", prefix, segment.generation().number(), suffix);
        return segment.generation();
    }

    /**
     * Times before the stream: players refuse a playlist without whole segments, or begin late. hls.js 1.4 stumbles when
     * the first time of day comes only with the open segment.
     */
    private void gaps(int count, long until, int seconds) {
        time(until - (long) count * seconds * 1_000_000L);
        for (int i = 0; i < count; i++) {
            line("#EXT-X-GAP");
            line("#EXTINF:%.5f,", (double) seconds);
            line("%s_gap.mp4%s", prefix, suffix);
        }
    }

    private void time(long wallMicros) {
        line("#EXT-X-PROGRAM-DATE-TIME:%s", WALL_CLOCK.format(Instant.ofEpochMilli(wallMicros / 1000)));
    }

    private static int skippable(List<Segment> segments, int gaps, Window window) {
        long boundary = window.timing().skipBoundaryMicros();
        long after = segments.stream().mapToLong(Segment::durationMicros).sum();
        int count = 0;
        long gap = window.gapSeconds() * 1_000_000L;
        for (int i = gaps - 1; i >= 0; i--) {
            if (after + (gaps - 1 - i) * gap >= boundary) {
                count++;
            }
        }
        for (var segment : segments) {
            after -= segment.durationMicros();
            if (count < gaps || !segment.complete() || after < boundary) {
                break;
            }
            count++;
        }
        return count;
    }

    private void segment(Segment segment, boolean withParts) {
        time(segment.wallMicros());
        if (withParts) {
            for (var part : segment.parts()) {
                line(
                        "#EXT-X-PART:DURATION=%.5f,URI=\"%s\"%s",
                        seconds(part.durationMicros()),
                        part(part.number()),
                        part.independent() ? ",INDEPENDENT=YES" : "");
            }
        }
        if (segment.complete()) {
            line("#EXTINF:%.5f,", seconds(segment.durationMicros()));
            line("%s_seg%d.mp4%s", prefix, segment.msn(), suffix);
        }
    }

    private void end(Window window) {
        if (window.ended()) {
            line("#EXT-X-ENDLIST");
        } else {
            line("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"%s\"", part(window.nextPart()));
        }
    }

    private String part(long number) {
        return prefix + "_part" + number + ".mp4" + suffix;
    }

    private static double seconds(long micros) {
        return micros / 1_000_000.0;
    }

    @FormatMethod
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
