// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The segments of now, and those who wait for the next part. One notification releases all waiters together. */
final class Window {

    /** Segments that left the playlist stay retrievable: a player may still be about to ask for them. */
    private static final int KEPT_LONGER = 5;

    private record Waiter(Predicate<Window> until, CompletableFuture<Boolean> future) {}

    private final int listed;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private HlsFormats formats = HlsFormats.NONE;
    private Timing timing = Timing.of(66_667, 0);
    private int gapSeconds;
    private long nextMsn;
    private long nextPart;
    private long version;
    private int forgottenDiscontinuities;
    private boolean begun;
    private boolean ended;

    /** A window that lists this many complete segments. */
    Window(int listed) {
        this.listed = listed;
    }

    /** Says what the stream is and what is promised about it; the first time also how segments are counted from. */
    synchronized void promise(HlsFormats described, Timing promised, long firstMsn) {
        formats = described;
        timing = promised;
        if (!begun) {
            begun = true;
            gapSeconds = promised.targetSeconds();
            nextMsn = firstMsn;
        }
    }

    synchronized boolean begun() {
        return begun;
    }

    synchronized Timing timing() {
        return timing;
    }

    synchronized HlsFormats formats() {
        return formats;
    }

    /** Opens the next segment. It shows when it has a part. */
    synchronized void open(long wallMicros, Segment.Generation generation, boolean discontinuity) {
        segments.addLast(new Segment(nextMsn, wallMicros, generation, discontinuity));
        while (segments.size() > listed + KEPT_LONGER) {
            if (segments.removeFirst().discontinuity()) {
                forgottenDiscontinuities++;
            }
        }
    }

    /** Adds a part to the open segment, which may be complete with it. */
    void add(long durationMicros, boolean independent, byte[] bytes, boolean complete) {
        change(() -> {
            var open = segments.getLast();
            open.add(new Part(nextPart++, durationMicros, independent, bytes));
            if (complete) {
                open.finish();
                timing = timing.reaching(open.durationMicros());
                nextMsn++;
            }
        });
    }

    /** Completes the open segment as it is. */
    void finish() {
        change(() -> {
            var open = open();
            if (open != null) {
                open.finish();
                timing = timing.reaching(open.durationMicros());
                nextMsn++;
            }
        });
    }

    /** Ends everything: whoever waits is told. */
    void end() {
        change(() -> ended = true);
    }

    private void change(Runnable work) {
        var released = new ArrayList<Waiter>();
        boolean alive;
        synchronized (this) {
            work.run();
            version++;
            alive = !ended;
            waiters.removeIf(waiter -> (ended || waiter.until().test(this)) && released.add(waiter));
        }
        released.forEach(waiter -> waiter.future().complete(alive));
    }

    /** Completes with true when {@code until} holds, with false when the window ends first. */
    synchronized CompletionStage<Boolean> await(Predicate<Window> until) {
        if (ended || until.test(this)) {
            return CompletableFuture.completedFuture(!ended);
        }
        var future = new CompletableFuture<Boolean>();
        var waiter = new Waiter(until, future);
        waiters.add(waiter);
        var unused = future.whenComplete((done, failure) -> {
            if (failure != null) {
                forget(waiter);
            }
        });
        return future;
    }

    private synchronized void forget(Waiter waiter) {
        waiters.remove(waiter);
    }

    synchronized boolean ended() {
        return ended;
    }

    /** Changes whenever the playlist does. */
    synchronized long version() {
        return version;
    }

    /** Enough to begin with: as much as a player holds back, so that it begins in something real. */
    synchronized boolean playable() {
        return segments.stream().mapToLong(Segment::durationMicros).sum() >= timing.holdBackMicros();
    }

    /** The sequence number of the segment that grows, or will be next. */
    synchronized long openMsn() {
        return nextMsn;
    }

    synchronized int openParts() {
        var open = open();
        return open == null ? 0 : open.parts().size();
    }

    private @Nullable Segment open() {
        var last = segments.peekLast();
        return last == null || last.complete() ? null : last;
    }

    /** What the stream needs on the way to the player, with room for its larger pictures. */
    synchronized long bitsPerSecond() {
        long micros = 0;
        long bytes = 0;
        for (var segment : segments) {
            micros += segment.durationMicros();
            bytes += segment.parts().stream()
                    .mapToLong(part -> part.bytes().length)
                    .sum();
        }
        return micros == 0 ? 1_000_000 : Math.max(64_000, bytes * 10 * 1_000_000 / micros);
    }

    /** How long what stands for the time before the stream is: it must not change while a player knows it. */
    synchronized int gapSeconds() {
        return gapSeconds;
    }

    /** The name of the part that will be next. */
    synchronized long nextPart() {
        return nextPart;
    }

    /** The sequence number of the first segment in the playlist, which may be older than the stream. */
    synchronized long firstMsn() {
        return nextMsn - listed;
    }

    /** The segments of the playlist that exist, the open one last if it has parts. */
    synchronized List<Segment> listed() {
        return segments.stream()
                .filter(segment ->
                        segment.msn() >= firstMsn() && !segment.parts().isEmpty())
                .toList();
    }

    /** How many discontinuities have left the playlist. */
    synchronized int removedDiscontinuities() {
        return forgottenDiscontinuities
                + (int) segments.stream()
                        .filter(kept -> kept.discontinuity() && kept.msn() < firstMsn())
                        .count();
    }

    /** Whether part {@code part} of segment {@code msn}, or anything later, is there. */
    synchronized boolean reached(long msn, int part) {
        if (msn >= nextMsn) {
            return msn == nextMsn && openParts() > part;
        }
        var closed = find(msn);
        // A segment that closed with fewer parts stands for the first part of the next one.
        return closed.isEmpty() || part < closed.get().parts().size() || reached(msn + 1, 0);
    }

    /** Whether segment {@code msn} is complete. */
    synchronized boolean completed(long msn) {
        return msn < nextMsn;
    }

    synchronized Optional<byte[]> segment(long msn) {
        return find(msn).filter(Segment::complete).map(Segment::bytes);
    }

    synchronized Optional<byte[]> part(long number) {
        return segments.stream()
                .flatMap(segment -> segment.parts().stream())
                .filter(part -> part.number() == number)
                .findFirst()
                .map(Part::bytes);
    }

    synchronized Optional<byte[]> init(int generation) {
        return segments.stream()
                .map(Segment::generation)
                .filter(known -> known.number() == generation)
                .findFirst()
                .map(Segment.Generation::init);
    }

    private Optional<Segment> find(long msn) {
        return segments.stream().filter(segment -> segment.msn() == msn).findFirst();
    }
}
