// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.media.TrackFormat;
import java.util.List;

/** What an open session carries, and how it was reached. */
public record Opened(List<TrackFormat> tracks, Transport transport, Remembered worked) {

    public Opened {
        tracks = List.copyOf(tracks);
    }
}
