// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.media.Packet;
import java.time.Instant;
import java.util.Optional;

/** One publication of a session. Never makes the camera wait. */
interface Outlet extends AutoCloseable {

    /** Takes what it needs of a packet, whose track is the session's and whose times are since the session's start. */
    void offer(Packet packet);

    /** Since when the media plane has been away; empty while it takes what comes. */
    Optional<Instant> lostSince();

    @Override
    void close();
}
