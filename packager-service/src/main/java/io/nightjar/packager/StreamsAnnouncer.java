// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager;

import io.nightjar.contracts.event.StreamPath;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.Outbox;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.PathState;
import java.time.Clock;

/** Tells the house which streams can be read here, at each change. */
final class StreamsAnnouncer {

    private final MediaPlane plane;
    private final Outbox outbox;
    private final Clock clock;
    private final int shard;

    StreamsAnnouncer(MediaPlane plane, Outbox outbox, Clock clock, int shard) {
        this.plane = plane;
        this.outbox = outbox;
        this.clock = clock;
        this.shard = shard;
    }

    void announce(PathState state) {
        outbox.send(
                Topic.STREAMS,
                new StreamPath(
                        state.stream(),
                        state.online(),
                        state.readers(),
                        plane.engine(),
                        shard,
                        state.since(),
                        clock.instant()));
    }
}
