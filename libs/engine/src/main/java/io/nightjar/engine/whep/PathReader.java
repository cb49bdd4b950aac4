// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Reader;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** One session's hold on one publisher's path: hands everything over to the session's lane and returns at once. */
final class PathReader implements Reader {

    static final String REORDERED =
            "The camera sends B-frames, which WebRTC cannot show; HLS can. Turn B-frames off in the"
                    + " camera (H.264 profile Baseline) for the shortest delay.";

    /** Two seconds at 60 pictures a second: a lane that is further behind skips to the next key unit. */
    private static final int MOST_WAITING = 120;

    private final MediaPath path;
    private final SharedPayloads payloads;
    private final Executor lane;
    private final PathFollower.Sink sink;
    private final Runnable onEnd;
    private final AtomicInteger waiting = new AtomicInteger();
    private List<Unit> gathered = new ArrayList<>();

    PathReader(MediaPath path, SharedPayloads payloads, Executor lane, PathFollower.Sink sink, Runnable onEnd) {
        this.path = path;
        this.payloads = payloads;
        this.lane = lane;
        this.sink = sink;
        this.onEnd = onEnd;
    }

    @Override
    public void format(List<Track> tracks) {
        flush();
        lane.execute(() -> sink.format(tracks, payloads));
    }

    @Override
    public void unit(Unit unit, boolean cached) {
        if (cached) {
            gather(unit);
            return;
        }
        flush();
        if (path.reordered()) {
            lane.execute(() -> sink.over(REORDERED));
        } else if (waiting.get() >= MOST_WAITING) {
            lane.execute(sink::skipped);
        } else {
            waiting.incrementAndGet();
            lane.execute(() -> {
                waiting.decrementAndGet();
                sink.unit(unit);
            });
        }
    }

    private synchronized void gather(Unit unit) {
        gathered.add(unit);
    }

    /** Passes on what was replayed, as one burst; it is complete when a live unit comes or the replay returns. */
    void flush() {
        List<Unit> burst;
        synchronized (this) {
            if (gathered.isEmpty()) {
                return;
            }
            burst = gathered;
            gathered = new ArrayList<>();
        }
        lane.execute(() -> sink.burst(burst));
    }

    void replay() {
        path.replay(this);
        flush();
    }

    @Override
    public void ended(String reason) {
        onEnd.run();
    }

    void detach() {
        path.remove(this);
    }
}
