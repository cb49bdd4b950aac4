// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.rtsp.rtp.Nal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Short checked-in recordings of streams that the encoder here cannot make; README.md beside them says how they were made. */
public enum Clip {
    /** H.264 High with three B-frames between reference frames. */
    H264_B_FRAMES("h264-b-frames.h264", "h264-b-frames.units"),
    /** H.265 Main. */
    H265("h265.h265", "h265.units");

    static final int FPS = 15;

    /** One coded picture with its times in 90 kHz. */
    record Picture(List<byte[]> nals, long pts, long dts, boolean key) {}

    private final String stream;
    private final String units;

    Clip(String stream, String units) {
        this.stream = stream;
        this.units = units;
    }

    /** All pictures in coding order. */
    List<Picture> load() {
        var bytes = resource(stream);
        var pictures = new ArrayList<Picture>();
        var at = 0;
        for (var line : new String(resource(units), UTF_8).lines().toList()) {
            var words = line.split(" ");
            var end = at + Integer.parseInt(words[0]);
            pictures.add(new Picture(
                    Nal.split(Arrays.copyOfRange(bytes, at, end)),
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    words[3].equals("K")));
            at = end;
        }
        return pictures;
    }

    private static byte[] resource(String name) {
        try (var input = Clip.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("The clip " + name + " is missing from the simulators");
            }
            return input.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
