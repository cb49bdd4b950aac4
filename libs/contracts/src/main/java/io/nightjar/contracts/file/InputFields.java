// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.InputOptions;
import org.jspecify.annotations.Nullable;

/** Reads a stream's {@code input}: how its source is opened and read. */
final class InputFields {

    private static final int HALF_SECOND_MS = 500;
    private static final int TWO_MINUTES_MS = 120_000;
    private static final int ONE_MINUTE_MICROS = 60_000_000;
    private static final int SMALLEST_PROBE = 1024;
    private static final int MANY_BYTES = 64 * 1024 * 1024;
    private static final int FIVE_MINUTES = 300;
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 120;
    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 8192;
    private static final int MOST_SKIPPED = 1000;
    private static final int FEWEST_WAITING = 8;
    private static final int MOST_WAITING = 100_000;

    private InputFields() {}

    static InputOptions parse(Fields stream) {
        var object = stream.object("input");
        if (object == null) {
            return InputOptions.NONE;
        }
        var input = stream.within("input", object);
        var options = new InputOptions(
                Numbers.whole(input, "openTimeoutMs", HALF_SECOND_MS, TWO_MINUTES_MS),
                Numbers.whole(input, "readTimeoutMs", HALF_SECOND_MS, TWO_MINUTES_MS),
                Numbers.whole(input, "probeMicros", 0, ONE_MINUTE_MICROS),
                Numbers.whole(input, "probeBytes", SMALLEST_PROBE, MANY_BYTES),
                Numbers.whole(input, "bufferBytes", SMALLEST_PROBE, MANY_BYTES),
                Numbers.whole(input, "maxDelayMicros", 0, ONE_MINUTE_MICROS),
                Numbers.whole(input, "reconnectDelaySeconds", 0, FIVE_MINUTES),
                input.value("realtime") == null ? null : input.flag("realtime", false),
                Numbers.decimal(input, "fps", SLOWEST, FASTEST),
                Numbers.whole(input, "width", SMALLEST_SIDE, LARGEST_SIDE),
                Numbers.whole(input, "height", SMALLEST_SIDE, LARGEST_SIDE),
                pixelFormat(input),
                Numbers.whole(input, "frameSkip", 0, MOST_SKIPPED),
                Numbers.whole(input, "highWatermark", FEWEST_WAITING, MOST_WAITING));
        input.reportUnknown();
        return options;
    }

    private static @Nullable String pixelFormat(Fields input) {
        var name = input.text("pixelFormat");
        if (name != null && !name.matches("[a-z0-9_]{1,20}")) {
            input.report("pixelFormat", "must be a format's name, such as mjpeg or yuyv422");
            return null;
        }
        return name;
    }

    /** Size and rate are asked of sources that can be asked; elsewhere they say nothing, and are said to. */
    static InputOptions withoutSizeAndRate(InputOptions options) {
        return new InputOptions(
                options.openTimeoutMs(),
                options.readTimeoutMs(),
                options.probeMicros(),
                options.probeBytes(),
                options.bufferBytes(),
                options.maxDelayMicros(),
                options.reconnectDelaySeconds(),
                options.realtime(),
                null,
                null,
                null,
                null,
                options.frameSkip(),
                options.highWatermark());
    }
}
