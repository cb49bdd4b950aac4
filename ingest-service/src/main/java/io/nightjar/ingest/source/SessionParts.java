// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.ingest.picture.StreamPictures;
import io.nightjar.ingest.publish.MediaPlane;
import io.nightjar.ingest.publish.SteadyClock;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * What every session of a source feeds into.
 *
 * @param browsers somebody leases the publication for browsers
 */
record SessionParts(
        MediaPlane plane,
        StreamPictures pictures,
        Relay relay,
        BooleanSupplier browsers,
        SteadyClock clock,
        Clock wall,
        OpeningSlots opening) {

    static SessionParts of(IngestContext context, StreamPictures pictures, Relay relay, Demand demand) {
        return new SessionParts(
                context.plane(),
                pictures,
                relay,
                demand::browsers,
                context.steady(),
                context.clock(),
                context.opening());
    }

    /** For a session whose packets are not this source's own: nobody may have copies of them. */
    SessionParts apart() {
        return new SessionParts(plane, pictures, new Relay(), browsers, clock, wall, opening);
    }
}
