// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager;

import io.nightjar.contracts.event.StreamPath;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.Outbox;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.PathState;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;

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

    /** A stream is there when one of its paths is, and is watched by the readers of all of them. */
    void announce(StreamId stream) {
        var online = plane.paths().stream()
                .filter(path -> path.online() && path.path().stream().equals(stream))
                .toList();
        outbox.send(
                Topic.STREAMS,
                new StreamPath(
                        stream,
                        !online.isEmpty(),
                        online.stream().mapToInt(PathState::readers).sum(),
                        plane.engine(),
                        shard,
                        online.stream()
                                .flatMap(path -> Optional.ofNullable(path.since()).stream())
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        clock.instant()));
    }
}
