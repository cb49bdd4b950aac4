// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Video;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream's {@code video}: the word copy, or how it is encoded again. */
final class VideoFields {

    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 8192;
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 120;
    private static final int LEAST_KBPS = 16;
    private static final int MOST_KBPS = 100_000;
    private static final double SHORTEST_KEY_FRAME_SECONDS = 0.1;

    private VideoFields() {}

    static Video parse(Fields stream) {
        var value = stream.value("video");
        if (value == null) {
            return Video.COPY;
        }
        if (value.isObject()) {
            return encode(stream.within("video", value));
        }
        if (!value.asText("").strip().equalsIgnoreCase("copy")) {
            stream.report(
                    "video",
                    "must be \"copy\", or an object that says how to encode",
                    List.of("copy", "{width, height, fps, bitrateKbps, keyFrameSeconds, encoder}"));
        }
        return Video.COPY;
    }

    private static Video encode(Fields video) {
        var width = side(video, "width");
        var height = side(video, "height");
        var fps = Numbers.decimal(video, "fps", SLOWEST, FASTEST);
        var bitrate = Numbers.whole(video, "bitrateKbps", LEAST_KBPS, MOST_KBPS);
        var keyFrames = keyFrameSeconds(video, fps);
        var encoder = video.choice("encoder", Encoder::parse, Encoder.names()).orElse(Encoder.AUTO);
        video.reportUnknown();
        return new Video.Encode(width, height, fps, bitrate, keyFrames, encoder);
    }

    private static @Nullable Integer side(Fields video, String field) {
        var side = Numbers.whole(video, field, SMALLEST_SIDE, LARGEST_SIDE);
        if (side != null && side % 2 != 0) {
            video.report(
                    field,
                    "must be even, since H.264 halves it for colours; write " + (side - 1) + " or " + (side + 1));
        }
        return side;
    }

    private static double keyFrameSeconds(Fields video, @Nullable Double fps) {
        var given = Numbers.decimal(video, "keyFrameSeconds", SHORTEST_KEY_FRAME_SECONDS, Integer.MAX_VALUE);
        double seconds = given == null ? Video.Encode.KEY_FRAME_SECONDS : given;
        if (seconds > Video.Encode.MOST_KEY_FRAME_SECONDS) {
            video.report(
                    "keyFrameSeconds",
                    "must be at most " + Numbers.plain(Video.Encode.MOST_KEY_FRAME_SECONDS)
                            + ", the length of a segment, which begins with a key frame; it is "
                            + Numbers.plain(seconds));
        }
        if (fps != null && fps * seconds < 1) {
            video.report(
                    "keyFrameSeconds",
                    "is shorter than one picture at " + Numbers.plain(fps) + " fps; raise fps or this");
        }
        return seconds;
    }
}
