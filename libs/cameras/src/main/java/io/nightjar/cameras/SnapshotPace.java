// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * When the next picture is asked for: at the wished rate, and no faster than the camera makes new ones. Cameras that are
 * asked more often send the same picture again, which costs them and us, and shows nothing.
 */
final class SnapshotPace {

    static final double USUAL_FPS = 10;

    private static final long SECOND = 1_000_000_000;
    /** Longer, and a picture that stands still would be taken for a stream that died. */
    private static final long LONGEST = SECOND;

    private static final long WINDOW = 10 * SECOND;
    private static final double SLOWER = 1.5;
    private static final double FASTER = 0.9;

    private final long wished;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Long> fresh = new ArrayDeque<>();
    private long interval;
    private long due;
    private int fingerprint;
    private boolean stopped;

    SnapshotPace(double fps, LongSupplier nanos) {
        this.wished = (long) (SECOND / fps);
        this.interval = wished;
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    static SnapshotPace of(InputOptions input) {
        double fps = Objects.requireNonNullElse(input.fps(), USUAL_FPS);
        return new SnapshotPace(fps > 0 ? fps : USUAL_FPS, System::nanoTime);
    }

    /** Waits until it is time; fails when stopped. */
    void awaitTurn() {
        lock.lock();
        try {
            for (long left = due - nanos.getAsLong(); left > 0 && !stopped; left = due - nanos.getAsLong()) {
                changed.awaitNanos(left);
            }
            if (stopped) {
                throw new CameraFailure(ErrorKind.TIMEOUT, "Fetching pictures was stopped.");
            }
            due = Math.max(due, nanos.getAsLong() - interval) + interval;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "Fetching pictures was stopped.", stop);
        } finally {
            lock.unlock();
        }
    }

    /** Learns from a picture whether the camera keeps up. */
    void came(byte[] picture) {
        lock.lock();
        try {
            int seen = Arrays.hashCode(picture);
            boolean same = seen == fingerprint && !fresh.isEmpty();
            fingerprint = seen;
            long now = nanos.getAsLong();
            if (!same) {
                fresh.addLast(now);
            }
            while (!fresh.isEmpty() && now - fresh.peekFirst() > WINDOW) {
                fresh.removeFirst();
            }
            interval = Math.clamp((long) (interval * (same ? SLOWER : FASTER)), wished, Math.max(wished, LONGEST));
        } finally {
            lock.unlock();
        }
    }

    double achievedFps() {
        lock.lock();
        try {
            if (fresh.size() < 2) {
                return 0;
            }
            long span = fresh.getLast() - fresh.getFirst();
            return span <= 0 ? 0 : (fresh.size() - 1) * (double) SECOND / span;
        } finally {
            lock.unlock();
        }
    }

    /** The wait between pictures that suits the camera now. */
    long intervalNanos() {
        lock.lock();
        try {
            return interval;
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
