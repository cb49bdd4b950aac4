// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.media.Jpeg;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** A stream's pictures as the parts of one endless answer. A reader that is slow misses pictures, never gets old ones. */
public final class PictureStream {

    private static final String BOUNDARY = "nightjar";
    public static final String CONTENT_TYPE = "multipart/x-mixed-replace;boundary=" + BOUNDARY;
    /** How long an on-demand stream is asked for while nobody has seen a picture yet. */
    public static final Duration FIRST_PICTURE = Duration.ofSeconds(30);

    private PictureStream() {}

    /**
     * Begins with the newest picture there is.
     *
     * @param fps at most; 0 for every picture
     * @param width at most; 0 as it is
     */
    public static Multi<byte[]> of(StreamPictures pictures, double fps, int width) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            var sender = new Sender(fps, width, emitter::emit);
                            emitter.onTermination(pictures.watch(sender));
                        },
                        BackPressureStrategy.LATEST);
    }

    public static String capturedAt(Jpeg picture) {
        return SteadyClock.instant(picture.ptsMicros()).toString();
    }

    static byte[] part(Jpeg picture) {
        var head = "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.bytes().length
                + "\r\nX-Captured-At: " + capturedAt(picture) + "\r\n\r\n";
        var headBytes = head.getBytes(StandardCharsets.US_ASCII);
        var part = new byte[headBytes.length + picture.bytes().length + 2];
        System.arraycopy(headBytes, 0, part, 0, headBytes.length);
        System.arraycopy(picture.bytes(), 0, part, headBytes.length, picture.bytes().length);
        part[part.length - 2] = '\r';
        part[part.length - 1] = '\n';
        return part;
    }

    /** Passes on as many pictures per second as one reader asked for. */
    private static final class Sender implements StreamPictures.Watcher {

        private final long gapMicros;
        private final int width;
        private final Consumer<byte[]> out;
        private long due = Long.MIN_VALUE;

        Sender(double fps, int width, Consumer<byte[]> out) {
            this.gapMicros = fps <= 0 ? 0 : Math.round(1_000_000 / fps);
            this.width = width;
            this.out = out;
        }

        @Override
        public void picture(StreamPictures.PictureSource source, long atMicros) {
            // A quarter of a gap early is in time: the camera's rate and the asked one are seldom multiples.
            if (gapMicros > 0 && due != Long.MIN_VALUE && atMicros < due - gapMicros / 4) {
                return;
            }
            due = Math.max(due == Long.MIN_VALUE ? atMicros : due, atMicros - gapMicros) + gapMicros;
            source.jpeg(width).map(PictureStream::part).ifPresent(out);
        }
    }
}
