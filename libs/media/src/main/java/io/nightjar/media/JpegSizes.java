// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** JPEG encoders for the sizes that were asked for lately, each with its newest result for everybody who asks again. */
final class JpegSizes implements AutoCloseable {

    private static final int KEPT = 4;

    private record Size(int width, int height, int quality) {}

    private static final class Entry {
        private final JpegEncoder encoder;
        private @Nullable Jpeg newest;

        private Entry(JpegEncoder encoder) {
            this.encoder = encoder;
        }
    }

    private final Map<Size, Entry> entries = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    Jpeg encode(AVFrame picture, int maxWidth, int quality, long ptsMicros, long sequence) {
        var size = size(picture, maxWidth, quality);
        var entry = entries.get(size);
        if (entry == null) {
            makeRoom();
            entry = new Entry(JpegEncoder.open(size.width(), size.height(), quality));
            entries.put(size, entry);
        }
        var newest = entry.newest;
        if (newest == null || newest.sequence() != sequence) {
            newest = new Jpeg(entry.encoder.encode(picture), size.width(), size.height(), ptsMicros, sequence);
            entry.newest = newest;
        }
        return newest;
    }

    private static Size size(AVFrame picture, int maxWidth, int quality) {
        int width = maxWidth > 0 ? Math.min(maxWidth, picture.width()) : picture.width();
        int height = (int) Math.round((double) picture.height() * width / picture.width());
        return new Size(Math.max(2, width & ~1), Math.max(2, height & ~1), quality);
    }

    private void makeRoom() {
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() >= KEPT && oldest.hasNext()) {
            oldest.next().encoder.close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> entry.encoder.close());
        entries.clear();
    }
}
