// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import io.nightjar.contracts.stream.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stream as the media plane holds it. {@code since} is absent while it is offline. */
public record PathState(
        StreamId stream,
        boolean online,
        int readers,
        @Nullable Instant since) {

    public static PathState offline(StreamId stream) {
        return new PathState(stream, false, 0, null);
    }
}
