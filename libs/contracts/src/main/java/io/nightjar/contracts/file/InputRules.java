// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.file.OptionRules.Rule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the options before {@code -i} mean. */
final class InputRules {

    private static final int PROBABLY_MILLISECONDS = 100_000;
    private static final int MICROS_PER_MILLI = 1000;
    private static final Set<String> READING_FLAGS = Set.of("genpts", "nobuffer", "discardcorrupt");

    /** What concerns the program ffmpeg, or tracks that cameras do not have; allowed on either side. */
    static final Set<String> MEANINGLESS =
            Set.of("sn", "dn", "y", "n", "nostdin", "hide_banner", "nostats", "stats", "loglevel");

    private InputRules() {}

    static Map<String, Rule> all() {
        var rules = new TreeMap<String, Rule>();
        rules.put("rtsp_transport", InputRules::transport);
        rules.put("rtsp_flags", (draft, name, value) -> {
            Wanted.oneOf(value, "prefer_tcp");
            draft.transport(Transport.TCP);
        });
        Set.of("timeout", "stimeout", "rw_timeout").forEach(name -> rules.put(name, InputRules::timeout));
        rules.put("analyzeduration", whole("probeMicros"));
        rules.put("probesize", whole("probeBytes"));
        rules.put("buffer_size", whole("bufferBytes"));
        rules.put("max_delay", whole("maxDelayMicros"));
        Set.of("reconnect", "reconnect_streamed", "reconnect_at_eof", "reconnect_on_network_error")
                .forEach(name -> rules.put(name, InputRules::reconnect));
        rules.put("reconnect_delay_max", (draft, name, value) -> {
            draft.input("reconnectDelaySeconds", Quantity.whole(value));
            draft.httpOnly(name);
        });
        rules.put("re", (draft, name, value) -> draft.realtime());
        rules.put("rtmp_live", (draft, name, value) -> always(draft, name, value, "live", "any"));
        rules.put("fflags", (draft, name, value) -> flags(draft, name, value, READING_FLAGS));
        rules.put("flags", (draft, name, value) -> flags(draft, name, value, Set.of("low_delay")));
        rules.put("use_wallclock_as_timestamps", (draft, name, value) -> always(draft, name, value, "1"));
        rules.put("framerate", (draft, name, value) -> draft.input("fps", Quantity.number(value)));
        rules.put("video_size", InputRules::size);
        Set.of("input_format", "pixel_format", "pix_fmt")
                .forEach(option -> rules.put(option, (draft, name, value) -> draft.input("pixelFormat", value)));
        rules.put("an", (draft, name, value) -> draft.noAudio());
        MEANINGLESS.forEach(option -> rules.put(option, (draft, name, value) -> draft.meaningless(name)));
        return rules;
    }

    private static void transport(OptionDraft draft, String name, String value) {
        Wanted.oneOf(value, "tcp", "udp");
        draft.transport(value.equals("udp") ? Transport.UDP : Transport.TCP);
    }

    /** ffmpeg's one limit holds for opening and for reading. */
    private static void timeout(OptionDraft draft, String name, String value) {
        int micros = Quantity.whole(value);
        if (micros < PROBABLY_MILLISECONDS) {
            throw new OptionRefused(
                    "is in microseconds; " + micros + " is less than a tenth of a second and probably meant"
                            + " milliseconds: write " + (long) micros * MICROS_PER_MILLI);
        }
        draft.input("openTimeoutMs", micros / MICROS_PER_MILLI);
        draft.input("readTimeoutMs", micros / MICROS_PER_MILLI);
    }

    private static void reconnect(OptionDraft draft, String name, String value) {
        Wanted.oneOf(value, "1");
        draft.always(name);
        draft.httpOnly(name);
    }

    private static void size(OptionDraft draft, String name, String value) {
        var size = Quantity.size(value);
        draft.input("width", size.width());
        draft.input("height", size.height());
    }

    private static Rule whole(String field) {
        return (draft, name, value) -> draft.input(field, Quantity.whole(value));
    }

    private static void always(OptionDraft draft, String name, String value, String... allowed) {
        Wanted.oneOf(value, allowed);
        draft.always(name);
    }

    static void flags(OptionDraft draft, String name, String value, Set<String> allowed) {
        for (var flag : value.split("(?=[+-])|[|]")) {
            var bare = flag.startsWith("+") ? flag.substring(1) : flag;
            if (!allowed.contains(bare)) {
                throw new OptionRefused("has no " + Fields.shortened(bare) + " here; it may have "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        draft.always(name);
    }
}
