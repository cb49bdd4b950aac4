// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.media.FragmentWriter;
import io.nightjar.media.TrackFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts samples into parts and parts into segments. Owns the fragment writer; used by one thread at a time. */
final class PartCutter implements AutoCloseable {

    private static final long SHORTEST_SEGMENT = 1_000_000;

    /** A camera that sends no key pictures must not fill the heap: then a segment begins without one. */
    private static final long LONGEST_SEGMENT = 12_000_000;

    private final Window window;
    private int generations;
    private Segment.@Nullable Generation generation;
    private @Nullable FragmentWriter writer;
    private boolean soundOnly;
    private boolean discontinuity;
    private boolean segmentOpen;
    private boolean independent;
    private long partMicros;
    private long segmentMicros;

    PartCutter(Window window) {
        this.window = window;
    }

    /** A new format, or a new publisher: what is open is finished, what follows is marked as discontinuous. */
    void begin(List<TrackFormat> formats) {
        finish();
        close();
        var opened = FragmentWriter.open(formats);
        writer = opened;
        soundOnly = formats.stream().noneMatch(TrackFormat::video);
        discontinuity = generations > 0;
        generation = new Segment.Generation(generations++, opened.init());
    }

    /**
     * Adds a sample of the track that decides where to cut.
     *
     * @param usual how long such a sample usually lasts
     */
    void lead(Sample sample, long duration, boolean keyFollows, long usual) {
        var current = generation;
        if (writer == null || current == null) {
            return;
        }
        if (!segmentOpen) {
            segmentOpen = true;
            segmentMicros = 0;
            window.open(sample.wallMicros(), current, discontinuity);
            discontinuity = false;
        }
        if (partMicros == 0) {
            independent = sample.key();
        }
        writer.write(sample.place(), sample.ptsMicros(), sample.dtsMicros(), duration, sample.key(), sample.data());
        partMicros += duration;
        cutWhereDue(keyFollows, usual);
    }

    private void cutWhereDue(boolean keyFollows, long usual) {
        long length = segmentMicros + partMicros;
        boolean part = keyFollows || partMicros + usual > window.timing().partTargetMicros();
        boolean beginning = keyFollows || (soundOnly && part);
        if ((beginning && length >= SHORTEST_SEGMENT - usual / 2) || length + usual > LONGEST_SEGMENT) {
            cut(true);
        } else if (part) {
            cut(false);
        }
    }

    /** Adds a sample of a track that goes along, from the first picture on. */
    void beside(Sample sample, long duration) {
        if (writer != null && (segmentOpen || segmentMicros > 0)) {
            writer.write(sample.place(), sample.ptsMicros(), sample.dtsMicros(), duration, true, sample.data());
        }
    }

    private void cut(boolean complete) {
        if (writer == null) {
            return;
        }
        byte[] bytes = writer.cut();
        long duration = partMicros;
        segmentMicros += duration;
        partMicros = 0;
        segmentOpen = !complete;
        window.add(duration, independent, bytes, complete);
    }

    /** Completes the open segment with what there is. */
    void finish() {
        if (partMicros > 0) {
            cut(true);
        } else if (segmentOpen) {
            segmentOpen = false;
            window.finish();
        }
        segmentMicros = 0;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
