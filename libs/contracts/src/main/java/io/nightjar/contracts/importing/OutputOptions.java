// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.file.FfmpegOptions;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command-line options after an address, as far as they say what pictures and sound should become. */
final class OutputOptions {

    private static final String GRID_RATE = "frame_rate_grid_mode";
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 120;

    /** How an encoder works; H.264 without B-frames comes out as browsers play it. */
    private static final List<String> DETAILS =
            List.of("profile:v", "level", "pix_fmt", "preset", "tune", "sc_threshold", "bufsize", "bf", "crf");

    /** What an encoder should make. With a copy, neither these nor the details have any effect: they once froze streams. */
    private static final List<String> ENCODING =
            List.of("vf", "r", "s", "g", "keyint_min", "force_key_frames", "x264-params", "b:v", "maxrate", GRID_RATE);

    /** What files and playlists are made of, and the program's own. */
    private static final String[] PACKAGING = {
        "f",
        "hls_flags",
        "hls_segment_type",
        "hls_fmp4_init_filename",
        "hls_segment_filename",
        "hls_playlist_type",
        "hls_allow_cache",
        "hls_start_number_source",
        "hls_init_time",
        "movflags",
        "muxdelay",
        "muxpreload",
        "bsf:v",
        "bsf",
        "vsync",
        "fps_mode",
        "b:a",
        "ar",
        "ac",
        "threads",
        "flags",
        "fflags",
        "avoid_negative_ts",
        "max_muxing_queue_size",
        "method",
        "start_number",
        "strict",
        "loglevel",
        "use_wallclock_as_timestamps"
    };

    private final LegacyObject options;
    private final String section;

    /** @param options under their own names */
    OutputOptions(LegacyObject options, String section) {
        this.options = options;
        this.section = section;
    }

    Optional<JsonNode> setting(String key) {
        return Optional.ofNullable(options.value(key));
    }

    Optional<String> codec() {
        return Optional.ofNullable(options.text("c:v")).map(codec -> codec.toLowerCase(Locale.ROOT));
    }

    /** Those that a copy makes pointless, as they were written. */
    List<String> pointlessWithCopy() {
        return Stream.concat(DETAILS.stream(), ENCODING.stream())
                .filter(options::has)
                .map(name -> section + "." + name)
                .toList();
    }

    /** Whether something is said for the grid alone. */
    boolean saysGridRate() {
        return options.has(GRID_RATE);
    }

    /** What a native stream says of {@code video} and {@code audio}. */
    ObjectNode copied() {
        ENCODING.forEach(options::value);
        DETAILS.forEach(options::value);
        return read(rest().put("c:v", "copy"));
    }

    ObjectNode encoded(Role role) {
        options.notNeeded(DETAILS.toArray(String[]::new));
        var command = rest();
        ENCODING.stream()
                .filter(name -> !name.equals(GRID_RATE) && options.has(name))
                .forEach(name -> command.set(name, options.value(name)));
        var grid = gridRate();
        if (role == Role.SUB && grid != null) {
            command.put("r", grid);
        }
        codec().filter(codec -> !codec.equals("copy"))
                .ifPresentOrElse(codec -> command.put("c:v", codec), () -> command.put("c:v", "h264"));
        return read(command);
    }

    /** All of them belong to a delivery that is not used. */
    void dismiss() {
        options.notNeeded("c:v", "c:a", "map", "an", "vn", "sn");
        options.notNeeded(DETAILS.toArray(String[]::new));
        options.notNeeded(ENCODING.toArray(String[]::new));
        options.notNeeded(PACKAGING);
        options.reportUnknown();
    }

    /** Options that nobody here knows are left to those who know ffmpeg's. */
    private ObjectNode rest() {
        options.notNeeded(PACKAGING);
        options.value("c:v");
        options.value(GRID_RATE);
        VendorTiers.SETTINGS.forEach(options::value);
        var command = JsonNodeFactory.instance.objectNode();
        for (var name : List.of("map", "an", "sn", "dn")) {
            var value = options.value(name);
            if (value != null) {
                command.set(name, value);
            }
        }
        var sound = options.text("c:a");
        if (sound != null) {
            // Whatever it was encoded as, Opus is what every browser plays.
            command.put("c:a", sound.equalsIgnoreCase("copy") ? "copy" : "libopus");
        }
        options.unasked()
                .filter(name -> !name.startsWith("hls_") && !isEncoding(name))
                .forEach(name -> command.set(name, options.node().path(name)));
        options.reportUnknown("hls_");
        return command;
    }

    private static boolean isEncoding(String name) {
        return ENCODING.contains(name) || DETAILS.contains(name);
    }

    private ObjectNode read(ObjectNode output) {
        var command = JsonNodeFactory.instance.objectNode();
        command.set("output", output);
        var read = FfmpegOptions.of(command);
        read.problems().forEach(problem -> options.findings().warn(section, problem + "; it is left out"));
        return read.fields();
    }

    private @Nullable Double gridRate() {
        var rate = options.number(GRID_RATE);
        if (rate == null || (rate >= SLOWEST && rate <= FASTEST)) {
            return rate;
        }
        options.findings().warn(section + "." + GRID_RATE, "must be from 0.5 to 120 pictures a second and is ignored");
        return null;
    }
}
