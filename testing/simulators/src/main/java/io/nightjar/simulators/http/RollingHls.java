// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.media.Codec;
import io.nightjar.media.FragmentWriter;
import io.nightjar.media.NalUnits;
import io.nightjar.media.TrackFormat;
import io.nightjar.media.VideoParameters;
import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.KeyGate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a feed as fragmented MP4 segments, one for each group of pictures. Used on the thread of the feed. */
final class RollingHls implements Feed.Viewer {

    private static final int TICKS = 90_000;

    private final HlsWindow window;
    private final KeyGate keys = new KeyGate();
    private byte[] parameters = {};
    private long firstTicks = -1;
    private long segmentTicks;
    private long lastTicks;
    private @Nullable FragmentWriter writer;

    RollingHls(HlsWindow window) {
        this.window = window;
    }

    @Override
    public void picture(Feed.Unit unit) {
        if (!keys.admits(unit, true)) {
            return;
        }
        if (firstTicks < 0) {
            firstTicks = unit.ticks();
        }
        if (unit.key()) {
            finish(unit.ticks());
            begin(unit);
        }
        var current = writer;
        if (current != null) {
            var micros = micros(unit.ticks());
            var duration = Math.max(micros - micros(lastTicks), 1);
            lastTicks = unit.ticks();
            current.writeUnits(0, micros, micros, unit.key() ? 0 : duration, unit.key(), unit.nals());
        }
    }

    private void finish(long ticks) {
        var current = writer;
        if (current != null) {
            window.add(current.cut(), (double) (ticks - segmentTicks) / TICKS);
        }
        segmentTicks = ticks;
    }

    private void begin(Feed.Unit unit) {
        var sets = unit.nals().stream()
                .filter(nal -> Nal.h264Type(nal) == Nal.H264_SPS || Nal.h264Type(nal) == Nal.H264_PPS)
                .toList();
        var bytes = NalUnits.join(sets).array();
        if (!Arrays.equals(bytes, parameters)) {
            parameters = bytes;
            closeWriter();
            var size = VideoParameters.of(Codec.H264, sets).orElseThrow();
            var opened =
                    FragmentWriter.open(List.of(TrackFormat.video(Codec.H264, size.width(), size.height(), 0, bytes)));
            window.init(opened.init());
            writer = opened;
        }
    }

    private long micros(long ticks) {
        return (ticks - firstTicks) * 1000 / (TICKS / 1000);
    }

    @Override
    public void left() {
        closeWriter();
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
