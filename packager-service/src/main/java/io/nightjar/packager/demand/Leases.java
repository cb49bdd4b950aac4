// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import io.nightjar.contracts.stream.MediaPathName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which on-demand paths must be kept open now: those with readers, and those somebody asked for a moment ago. Pure:
 * time arrives with each call.
 */
final class Leases {

    /** How long ingest keeps a stream open after the last renewal. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    static final Duration RENEWAL = Duration.ofSeconds(10);

    /** A viewer that asked and has not begun to read keeps the stream wanted this long. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<MediaPathName, Instant> asked = new HashMap<>();
    private final Set<MediaPathName> read = new HashSet<>();

    void asked(MediaPathName path, Instant now) {
        asked.put(path, now);
    }

    void readers(MediaPathName path, int count) {
        if (count > 0) {
            read.add(path);
        } else {
            read.remove(path);
        }
    }

    Set<MediaPathName> wanted(Instant now) {
        asked.values().removeIf(time -> time.plus(PATIENCE).isBefore(now));
        var wanted = new HashSet<>(read);
        wanted.addAll(asked.keySet());
        return wanted;
    }
}
