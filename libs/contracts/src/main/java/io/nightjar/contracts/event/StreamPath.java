// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.stream.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stream as the media plane holds it.
 *
 * @param engine {@code embedded} or {@code mediamtx}
 * @param shard which packager serves it
 * @param since when it went online; null while offline
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamPath(
        StreamId stream,
        boolean online,
        int readers,
        String engine,
        int shard,
        @Nullable Instant since,
        Instant at) {}
