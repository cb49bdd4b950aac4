// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Publication;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.media.H264Encoder;
import io.nightjar.media.I420;
import io.nightjar.media.NalUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A publisher whose clock is its own: pictures come as fast as a test pushes them, stamped 15 a second. */
final class Feed {

    static final MediaPathName GATE = MediaPathName.of("gate/sub");
    static final long FRAME = 66_667;
    static final long START = 1_790_000_000_000_000L;

    private static final int GOP = 15;

    private final Paths paths;
    private final List<List<byte[]>> pictures;
    private final List<Track> tracks;
    private final Random jitter = new Random(7);
    private Publication publication;
    private int jitterMicros;
    private int gop = GOP;
    private long count;
    private long now = START;

    private Feed(Paths paths, List<List<byte[]>> pictures, List<Track> tracks) {
        this.paths = paths;
        this.pictures = pictures;
        this.tracks = tracks;
        this.publication = paths.publish(GATE, tracks).orElseThrow();
    }

    static Feed of(Paths paths, int width, int height) {
        var pictures = pictures(width, height);
        return new Feed(paths, pictures, List.of(track(pictures)));
    }

    static Feed withSound(Paths paths) {
        var pictures = pictures(320, 180);
        return new Feed(
                paths, pictures, List.of(track(pictures), new Track(1, Track.Codec.OPUS, 97, 48_000, 2, List.of())));
    }

    /** The first picture of a clip is a key picture, and none of the others. */
    static List<List<byte[]>> pictures(int width, int height) {
        var pictures = new ArrayList<List<byte[]>>();
        var image = new I420(width, height);
        try (var encoder = H264Encoder.open(new H264Encoder.Settings(width, height, 15, 400_000, 600))) {
            for (int i = 0; i < 150; i++) {
                image.fill(100, 120, 130);
                for (int y = 40; y < 80; y++) {
                    Arrays.fill(image.bytes(), y * width + i, y * width + i + 40, (byte) 220);
                }
                encoder.encode(image, i * FRAME, i == 0, packet -> pictures.add(NalUnits.split(packet.data())));
            }
        }
        return pictures;
    }

    static Track track(List<List<byte[]>> pictures) {
        var sets = pictures.getFirst().stream()
                .filter(nal -> (nal[0] & 0x1f) == 7 || (nal[0] & 0x1f) == 8)
                .toList();
        return new Track(0, Track.Codec.H264, 96, 90_000, 0, sets);
    }

    Feed jitter(int micros) {
        jitterMicros = micros;
        return this;
    }

    /** Key pictures every so many pictures. */
    Feed gop(int length) {
        gop = length;
        return this;
    }

    Feed push(int frames) {
        for (int i = 0; i < frames; i++) {
            push();
        }
        return this;
    }

    void push() {
        push(now + (jitterMicros == 0 ? 0 : jitter.nextInt(jitterMicros)));
        now += FRAME;
    }

    /** A picture that arrives at this time. */
    synchronized void push(long micros) {
        int place = (int) (count++ % gop);
        publication.unit(new Unit(0, micros, place == 0, pictures.get(place)));
        if (tracks.size() > 1) {
            for (int i = 0; i < 3; i++) {
                // A silent Opus frame of 20 ms.
                publication.unit(new Unit(1, micros + i * 20_000L, true, List.of(new byte[] {(byte) 0xf8, -1, -2})));
            }
        }
    }

    void format(List<Track> changed) {
        count = 0;
        publication.format(changed);
    }

    void leave() {
        publication.close("The camera was unplugged");
    }

    /** Leaves and is back at once. */
    synchronized void restart() {
        leave();
        comeBack(0);
    }

    /** Publishes again after a pause. */
    synchronized void comeBack(long pauseMicros) {
        now += pauseMicros;
        count = 0;
        publication = paths.publish(GATE, tracks).orElseThrow();
    }
}
