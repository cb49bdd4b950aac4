// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.file.CommandLine.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the rule of an option and holds it to its place. */
final class OptionRules {

    /** What an option means; refuses a value it cannot follow. */
    interface Rule {
        void apply(OptionDraft draft, String name, String value);
    }

    private static final Map<String, Rule> INPUT = InputRules.all();
    private static final Map<String, Rule> OUTPUT = OutputRules.all();

    private OptionRules() {}

    static void apply(Option option, OptionDraft draft) {
        var rules = rules(option);
        for (int index = 0; index < rules.size(); index++) {
            try {
                rules.get(index).apply(draft, option.name(), option.value());
                return;
            } catch (OptionRefused notHere) {
                if (index + 1 == rules.size()) {
                    throw notHere;
                }
            }
        }
    }

    /** Where nothing says which side an option stands on, either may understand it. */
    private static List<Rule> rules(Option option) {
        var name = option.name();
        var input = Optional.ofNullable(INPUT.get(name));
        var output = Optional.ofNullable(OUTPUT.get(name));
        if (input.isEmpty() && output.isEmpty()) {
            throw new OptionRefused(RefusedOptions.why(name).orElseGet(() -> unknown(name)));
        }
        return switch (option.place()) {
            case INPUT ->
                List.of(input.orElseThrow(() -> new OptionRefused(
                        "belongs after -i: it says what is made of the pictures, not how they are read")));
            case OUTPUT ->
                List.of(output.orElseThrow(
                        () -> new OptionRefused("belongs before -i: it says how the source is read")));
            case ANYWHERE -> Stream.of(output, input).flatMap(Optional::stream).toList();
        };
    }

    private static String unknown(String name) {
        var known = new TreeSet<>(INPUT.keySet());
        known.addAll(OUTPUT.keySet());
        return "is not among the ffmpeg options that Nightjar understands" + NearMiss.hint(known, name);
    }
}
