// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.QualityScore;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.TrackFormat;
import java.util.List;

/** Counts what a stream sends while it is on trial. */
public final class Trial implements PacketHandler {

    private static final int FEW = 3;

    private final int video;
    private final TrackFormat format;
    private long pictures;
    private long repeated;
    private long first;
    private long newest = Long.MIN_VALUE;

    public Trial(List<TrackFormat> tracks) {
        video = video(tracks);
        format = tracks.get(video);
    }

    @Override
    public void packet(Packet packet) {
        if (packet.track() != video) {
            return;
        }
        long time = packet.dtsMicros();
        if (pictures == 0) {
            first = time;
        } else if (time <= newest) {
            repeated++;
        }
        newest = Math.max(newest, time);
        pictures++;
    }

    public long pictures() {
        return pictures;
    }

    /** As measured by the camera's own clock; what the stream says of itself while too little was seen. */
    public double fps() {
        double seconds = (newest - first) / 1_000_000.0;
        return pictures > FEW && seconds > 0 ? (pictures - 1 - repeated) / seconds : format.fps();
    }

    public QualityScore score() {
        int duplicates = Math.toIntExact(repeated);
        return QualityScore.of(format.width(), format.height(), fps(), duplicates);
    }

    private static int video(List<TrackFormat> tracks) {
        for (int index = 0; index < tracks.size(); index++) {
            if (tracks.get(index).video()) {
                return index;
            }
        }
        throw new IllegalArgumentException("A session has a picture track");
    }
}
