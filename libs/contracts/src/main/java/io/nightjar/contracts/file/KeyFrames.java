// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Video;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything ffmpeg options say about key frames, which must agree: g = keyint_min = fps x seconds. */
final class KeyFrames {

    private static final Pattern FORCED = Pattern.compile("expr:gte\\(t,n_forced\\*([0-9.]+)\\)");
    private static final double HALF_A_PICTURE = 0.5;

    private @Nullable Integer pictures;
    private @Nullable Integer least;
    private @Nullable Double seconds;

    void every(int count) {
        if (pictures != null && pictures != count) {
            throw new OptionRefused("contradicts another option about the distance of key frames");
        }
        pictures = count;
    }

    void atLeast(int count) {
        least = count;
    }

    void forced(String expression) {
        var forced = FORCED.matcher(expression.replace(" ", ""));
        if (!forced.matches()) {
            throw new OptionRefused("must be expr:gte(t,n_forced*SECONDS)");
        }
        seconds = Quantity.number(forced.group(1));
    }

    /** The distance in seconds, where one was given; fails where the options contradict each other. */
    OptionalDouble seconds(@Nullable Double fps) {
        var forced = seconds;
        if (least != null && !least.equals(pictures)) {
            throw new OptionRefused("-keyint_min " + least + " must be the same as -g"
                    + (pictures == null ? ", which is missing" : " " + pictures));
        }
        if (pictures == null) {
            return forced == null ? OptionalDouble.empty() : OptionalDouble.of(forced);
        }
        if (fps == null) {
            throw new OptionRefused("-g " + pictures + " counts pictures; give -r too, so that it says a time");
        }
        double distance = pictures / fps;
        if (forced != null && Math.abs(forced * fps - pictures) > HALF_A_PICTURE) {
            throw new OptionRefused(said(fps, distance) + ", while -force_key_frames says every "
                    + Numbers.plain(forced) + " s; write -g " + Math.round(forced * fps));
        }
        if (distance > Video.Encode.MOST_KEY_FRAME_SECONDS) {
            throw new OptionRefused(said(fps, distance) + ", while each segment of "
                    + Numbers.plain(Video.Encode.MOST_KEY_FRAME_SECONDS) + " s begins with one; write at most -g "
                    + Math.round(Math.floor(Video.Encode.MOST_KEY_FRAME_SECONDS * fps)));
        }
        return OptionalDouble.of(distance);
    }

    private String said(double fps, double distance) {
        return "-g " + pictures + " at " + Numbers.plain(fps) + " fps is a key frame every "
                + Numbers.plain(Numbers.rounded(distance)) + " s";
    }
}
