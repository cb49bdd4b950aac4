// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows one stream for one session through the comings and goings of its publisher. */
final class PathFollower {

    /** What the session makes of the stream; called on the session's lane only. */
    interface Sink {
        void format(List<Track> tracks, SharedPayloads payloads);

        /** A decoder's way to the newest picture: nobody needs to see those before it. */
        void burst(List<Unit> units);

        void unit(Unit unit);

        /** Units are missing here. */
        void skipped();

        /** The stream cannot be followed any longer. */
        void over(String reason);
    }

    private final Paths paths;
    private final MediaPathName stream;
    private final Duration absence;
    private final Function<MediaPath, SharedPayloads> payloads;
    private final Executor lane;
    private final Sink sink;
    private @Nullable PathReader reader;
    private boolean closed;

    PathFollower(
            Paths paths,
            MediaPathName stream,
            Duration absence,
            Function<MediaPath, SharedPayloads> payloads,
            Executor lane,
            Sink sink) {
        this.paths = paths;
        this.stream = stream;
        this.absence = absence;
        this.payloads = payloads;
        this.lane = lane;
        this.sink = sink;
    }

    /** Attaches to the stream's path as soon as there is one, and again whenever its publisher returns in time. */
    void start() {
        var unused = paths.await(stream, absence).whenComplete((path, absent) -> lane.execute(() -> found(path)));
    }

    private void found(@Nullable MediaPath path) {
        if (path != null) {
            attach(path);
        } else {
            sink.over("The stream did not come back within " + absence.toSeconds() + " s");
        }
    }

    private void attach(MediaPath path) {
        var fresh = new PathReader(path, payloads.apply(path), lane, sink, this::start);
        synchronized (this) {
            if (closed) {
                return;
            }
            reader = fresh;
        }
        path.add(fresh);
        fresh.flush();
        detachIfClosed(fresh);
    }

    private void detachIfClosed(PathReader fresh) {
        boolean late;
        synchronized (this) {
            late = closed;
        }
        if (late) {
            fresh.detach();
        }
    }

    /** Asks for the way to the newest picture once more. */
    void replay() {
        PathReader current;
        synchronized (this) {
            current = reader;
        }
        if (current != null) {
            current.replay();
        }
    }

    void close() {
        PathReader current;
        synchronized (this) {
            closed = true;
            current = reader;
        }
        if (current != null) {
            current.detach();
        }
    }
}
