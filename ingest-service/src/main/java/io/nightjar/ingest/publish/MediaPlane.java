// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.time.Instant;
import java.util.List;

/** Where streams are published to. */
public interface MediaPlane {

    /** Begins to publish; fails with {@link MediaPlaneFailure} when the media plane is not there. */
    Publication publish(MediaPathName path, List<TrackFormat> formats, Instant start);

    /** One published stream, used by one thread at a time. */
    interface Publication extends AutoCloseable {

        /**
         * Sends at once; false, with nothing taken, when that would mean to wait. Times of the packet are microseconds
         * since the start. Fails with {@link MediaPlaneFailure}.
         */
        boolean offer(Packet packet);

        /** Sends, and waits for the media plane for a short while. */
        void write(Packet packet);

        /** Ends a waiting write, from any thread. */
        void interrupt();

        @Override
        void close();
    }
}
