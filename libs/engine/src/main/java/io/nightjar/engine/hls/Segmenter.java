// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.media.DecodeTimes;
import io.nightjar.media.NalUnits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns units into samples with steady times, and chooses the playlist's timing from what the stream shows first. Used by
 * one thread at a time.
 *
 * <p>A picture is held back until the next one comes: only then it is known how long it lasts, and whether it is the last
 * of its part or segment.
 */
final class Segmenter implements AutoCloseable {

    /** Media time begins here, so that decode times before the first picture stay positive. */
    private static final long ORIGIN = 10_000_000;

    /** So many pictures, or so much time, show how far pictures are apart. */
    private static final int SEEN_PICTURES = 4;

    private static final long SEEN_MICROS = 1_000_000;
    private static final int BELIEVED_DIFFERENCE = 10;
    private static final int PICTURE_GENTLENESS = 8;
    private static final int SOUND_GENTLENESS = 32;
    private static final long OPUS_FRAME = 20_000;
    private static final long AAC_SAMPLES = 1024;

    private final Window window;
    private final PartCutter cutter;
    private final List<Unit> early = new ArrayList<>();
    private List<Track> tracks = List.of();
    private HlsFormats formats = HlsFormats.NONE;
    private DecodeTimes decodeTimes = new DecodeTimes(0);
    private @Nullable SteadyTimes leadTimes;
    private SteadyTimes soundTimes = new SteadyTimes(OPUS_FRAME, SOUND_GENTLENESS);
    private @Nullable Sample held;
    private boolean replaying;
    private long keyInterval;
    private long base = Long.MIN_VALUE;

    Segmenter(Window window) {
        this.window = window;
        this.cutter = new PartCutter(window);
    }

    /** How far apart the camera's key pictures have been so far; 0 when unknown. */
    void expectKeysEvery(long micros) {
        keyInterval = micros;
    }

    /** A new format, or a new publisher. */
    void format(List<Track> announced) {
        finish();
        tracks = announced;
        formats = HlsFormats.NONE;
        var described = HlsFormats.of(announced);
        if (described.playable()) {
            cutter.begin(described.formats());
            formats = described;
            decodeTimes = new DecodeTimes(described.reorderFrames());
        }
    }

    void unit(Unit unit) {
        var place = formats.places().get(unit.track());
        if (place == null) {
            return;
        }
        if (leadTimes != null) {
            mux(unit, place, leadTimes);
            return;
        }
        if (early.isEmpty() && !(leads(unit) && unit.key())) {
            return;
        }
        early.add(unit);
        if (!replaying) {
            beginWhenSeenEnough();
        }
    }

    /** While the path replays what it has cached, more is about to be seen at no cost. */
    void replaying(boolean still) {
        replaying = still;
        beginWhenSeenEnough();
    }

    private void beginWhenSeenEnough() {
        if (leadTimes != null || !seenEnough()) {
            return;
        }
        var times = plan();
        var waiting = List.copyOf(early);
        early.clear();
        waiting.forEach(seen -> mux(seen, formats.places().getOrDefault(seen.track(), 0), times));
    }

    private boolean leads(Unit unit) {
        return !formats.hasVideo() || tracks.get(unit.track()).video();
    }

    private boolean seenEnough() {
        var leading = early.stream().filter(this::leads).toList();
        if (leading.isEmpty()) {
            return false;
        }
        long span = leading.getLast().ptsMicros() - leading.getFirst().ptsMicros();
        return leading.size() >= SEEN_PICTURES || (leading.size() > 1 && span >= SEEN_MICROS);
    }

    private SteadyTimes plan() {
        var leading = early.stream().filter(this::leads).toList();
        long interval = interval(leading);
        var times = new SteadyTimes(interval, formats.hasVideo() ? PICTURE_GENTLENESS : SOUND_GENTLENESS);
        soundTimes = new SteadyTimes(soundInterval(), SOUND_GENTLENESS);
        leadTimes = times;
        long first = leading.getFirst().ptsMicros();
        if (base == Long.MIN_VALUE || first - base < 0) {
            base = first;
        }
        // Seconds as sequence numbers: a muxer that starts later counts from further on, so that a player that kept an
        // old playlist finds itself in the past, and never in a future that it would wait for.
        window.promise(formats, timing(interval), first / 1_000_000);
        return times;
    }

    /** A few pictures tell little through jitter; then the camera's own word is better if it is not far off. */
    private long interval(List<Unit> leading) {
        long seen = Samples.interval(leading);
        long said = formats.frameMicros();
        boolean believable = said > 0 && Math.abs(said - seen) < seen / BELIEVED_DIFFERENCE;
        return believable ? said : seen;
    }

    private Timing timing(long interval) {
        var before = window.timing();
        return window.begun() && before.suits(interval)
                ? before
                : Timing.of(interval, keyInterval).reaching(window.begun() ? before.targetSeconds() * 1_000_000L : 0);
    }

    private long soundInterval() {
        return tracks.stream()
                .filter(track -> track.codec() == Track.Codec.AAC)
                .findFirst()
                .map(track -> AAC_SAMPLES * 1_000_000 / track.clockRate())
                .orElse(OPUS_FRAME);
    }

    private void mux(Unit unit, int place, SteadyTimes times) {
        if (!leads(unit)) {
            long at = soundTimes.next(unit.ptsMicros());
            var sound = ByteBuffer.wrap(unit.parts().getFirst());
            cutter.beside(new Sample(place, at, media(at), media(at), true, sound), soundTimes.interval());
            return;
        }
        var data = data(unit);
        if (!data.hasRemaining()) {
            return;
        }
        long raw = formats.hasVideo() ? decodeTimes.next(unit.ptsMicros(), times.interval()) : unit.ptsMicros();
        long dts = times.next(raw);
        long pts = Math.max(unit.ptsMicros() + dts - raw, dts);
        lead(new Sample(place, pts, media(pts), media(dts), unit.key(), data), times);
    }

    private void lead(Sample next, SteadyTimes times) {
        var before = held;
        held = next;
        boolean keyPicture = formats.hasVideo() && next.key();
        if (before != null) {
            cutter.lead(before, next.dtsMicros() - before.dtsMicros(), keyPicture, times.interval());
        }
        if (keyPicture && !window.timing().suits(times.interval())) {
            // The camera sends at another rate now, as many do at night: better a new promise than one broken for good.
            window.promise(formats, timing(times.interval()), 0);
        }
    }

    private ByteBuffer data(Unit unit) {
        var track = tracks.get(unit.track());
        return track.video()
                ? NalUnits.join(Samples.picture(track.codec(), unit.parts()))
                : ByteBuffer.wrap(unit.parts().getFirst());
    }

    private long media(long wallMicros) {
        return Math.max(0, wallMicros - base + ORIGIN);
    }

    /** Completes what is open, because the publisher has gone or will send something else. */
    void finish() {
        var last = held;
        var times = leadTimes;
        held = null;
        leadTimes = null;
        early.clear();
        if (last != null && times != null) {
            cutter.lead(last, times.interval(), true, times.interval());
        }
        cutter.finish();
    }

    @Override
    public void close() {
        finish();
        cutter.close();
        window.end();
    }
}
