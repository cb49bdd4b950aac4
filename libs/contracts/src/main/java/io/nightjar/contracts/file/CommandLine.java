// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of an ffmpeg command, before and after its {@code -i}. It is only read: no shell and no program ever sees
 * it.
 *
 * @param mistakes what is no option at its place, in half sentences that show no value
 */
record CommandLine(List<Option> options, List<String> mistakes) {

    private static final String URL = "{url}";
    private static final Set<String> FLAGS = Set.of(
            "an", "vn", "sn", "dn", "re", "y", "n", "nostdin", "hide_banner", "nostats", "stats", "shortest", "copyts");
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("vcodec", "c:v"),
            Map.entry("codec:v", "c:v"),
            Map.entry("acodec", "c:a"),
            Map.entry("codec:a", "c:a"),
            Map.entry("codec", "c"),
            Map.entry("filter:v", "vf"),
            Map.entry("filter:a", "af"),
            Map.entry("profile", "profile:v"),
            Map.entry("vprofile", "profile:v"),
            Map.entry("b", "b:v"),
            Map.entry("vb", "b:v"),
            Map.entry("ab", "b:a"),
            Map.entry("maps", "map"),
            Map.entry("vsync", "fps_mode"),
            Map.entry("v", "loglevel"),
            Map.entry("x264opts", "x264-params"));
    private static final Set<String> OF_VIDEO = Set.of(
            "level",
            "r",
            "s",
            "preset",
            "tune",
            "g",
            "keyint_min",
            "force_key_frames",
            "sc_threshold",
            "maxrate",
            "bufsize",
            "pix_fmt",
            "bf",
            "crf",
            "flags",
            "fps_mode",
            "bsf",
            "x264-params",
            "refs",
            "aspect",
            "tag");

    /** Where an option stands; ANYWHERE when nothing says so. */
    enum Place {
        INPUT,
        OUTPUT,
        ANYWHERE
    }

    /** @param value empty for an option that has none */
    record Option(String name, String value, Place place) {}

    /** Splits as a shell would, without one. */
    static CommandLine of(String text) {
        var words = Words.split(text);
        return words.isPresent()
                ? of(words.get())
                : new CommandLine(List.of(), List.of("a quotation mark is opened and never closed"));
    }

    static CommandLine of(List<String> words) {
        var line = new CommandLine(new ArrayList<>(), new ArrayList<>());
        var place = words.contains("-i") ? Place.INPUT : Place.ANYWHERE;
        for (int index = 0; index < words.size(); index++) {
            var word = words.get(index);
            if (index == 0 && word.equals("ffmpeg")) {
                continue;
            }
            if (!isOption(word)) {
                line.mistakes.add(
                        "word " + (index + 1) + " is no option; Nightjar publishes by itself, an output is left out");
            } else if (word.equals("-i")) {
                place = line.input(index + 1 < words.size() ? words.get(++index) : "", place);
            } else if (FLAGS.contains(word.substring(1))) {
                line.options.add(new Option(word.substring(1), "", place));
            } else if (index + 1 == words.size()) {
                line.mistakes.add("-" + Fields.shortened(word.substring(1)) + " has no value");
            } else {
                line.options.add(new Option(canonical(word.substring(1)), words.get(++index), place));
            }
        }
        return line;
    }

    private Place input(String url, Place before) {
        if (before == Place.OUTPUT) {
            mistakes.add("-i stands twice; a stream has one source");
        }
        if (!url.equals(URL)) {
            mistakes.add("after -i write {url} and nothing else; the address itself belongs in url");
        }
        return Place.OUTPUT;
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-' && Character.isLetter(word.charAt(1));
    }

    /** One name for the spellings of one option. */
    static String canonical(String typed) {
        var name = typed.endsWith(":0") ? typed.substring(0, typed.length() - 2) : typed;
        var known = OTHER_NAMES.getOrDefault(name, name);
        var bare = known.endsWith(":v") ? known.substring(0, known.length() - 2) : known;
        return OF_VIDEO.contains(bare) ? bare : known;
    }
}
