// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.media.TrackFormat;
import java.util.List;

/**
 * What an open session carries, and how it was reached.
 *
 * @param tracks at least one of pictures
 */
public record Opened(List<TrackFormat> tracks, Transport transport, Candidate candidate) {

    public Opened {
        tracks = List.copyOf(tracks);
    }

    public Protocol protocol() {
        return candidate.protocol();
    }

    /** The one track of pictures that is used. */
    public int video() {
        return first(TrackFormat.Kind.VIDEO);
    }

    /** The track of sound; -1 without any. */
    public int audio() {
        return first(TrackFormat.Kind.AUDIO);
    }

    public TrackFormat picture() {
        return tracks.get(video());
    }

    private int first(TrackFormat.Kind kind) {
        for (int index = 0; index < tracks.size(); index++) {
            if (tracks.get(index).kind() == kind) {
                return index;
            }
        }
        return -1;
    }
}
