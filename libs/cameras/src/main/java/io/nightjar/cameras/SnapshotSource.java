// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Single pictures from a camera, fetched one after the other at the wished rate or at the rate the camera achieves. One
 * thread calls {@link #next}; any other may call {@link #interrupt}.
 */
public final class SnapshotSource implements AutoCloseable {

    private final PictureFetcher fetcher;
    private final SnapshotPace pace;
    private volatile @Nullable Thread reader;
    private volatile boolean interrupted;

    private SnapshotSource(PictureFetcher fetcher, SnapshotPace pace) {
        this.fetcher = fetcher;
        this.pace = pace;
    }

    /**
     * Dials nothing yet.
     *
     * @param consoles asked for pictures of cameras whose console is signed in to by user and password
     */
    public static SnapshotSource open(CameraHttp http, Consoles consoles, Candidate candidate, StreamWish wish) {
        return new SnapshotSource(
                PictureFetcher.of(http, consoles, candidate, wish), SnapshotPace.of(candidate.input()));
    }

    /** The next picture, a whole JPEG, when its time has come; fails with {@link CameraFailure}. */
    public byte[] next(Duration timeout) {
        reader = Thread.currentThread();
        try {
            pace.awaitTurn();
            var picture = fetcher.fetch(timeout);
            pace.came(picture);
            return picture;
        } finally {
            reader = null;
            if (interrupted) {
                // It was meant for this call alone.
                Thread.interrupted();
            }
        }
    }

    /** New pictures per second, as measured of late; below the wished rate where the camera makes no more. */
    public double achievedFps() {
        return pace.achievedFps();
    }

    /** Ends a {@link #next} that waits, and makes every later one fail. */
    public void interrupt() {
        interrupted = true;
        pace.stop();
        var waiting = reader;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    @Override
    public void close() {
        interrupt();
    }
}
