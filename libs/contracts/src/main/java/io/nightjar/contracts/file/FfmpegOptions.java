// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.file.CommandLine.Option;
import io.nightjar.contracts.file.CommandLine.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A listed subset of ffmpeg's options, understood as fields of a stream. Nothing is ever handed to a program.
 *
 * @param fields {@code transport, audio, video, input} as a stream has them
 * @param httpOnly options that break any but an http source
 * @param problems options that cannot be followed, each with its name and why, in sentences without a full stop
 * @param notes options that were left out and why nothing is lost
 */
public record FfmpegOptions(ObjectNode fields, List<String> httpOnly, List<String> problems, List<String> notes) {

    private static final String LEFT_OUT = "N/A";

    public FfmpegOptions {
        httpOnly = List.copyOf(httpOnly);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * Reads options in any form a file may have them: a text, a list of words, an object of {@code input} and
     * {@code output} options, or an object of options whose places follow from themselves.
     */
    public static FfmpegOptions of(JsonNode value) {
        if (value.isTextual()) {
            return of(CommandLine.of(value.asText()));
        }
        if (value.isArray()) {
            return of(CommandLine.of(StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList()));
        }
        if (value.isObject()) {
            return of(inObject(value));
        }
        return of(new CommandLine(List.of(), List.of("must be a text, a list of words or an object")));
    }

    /** What stands for options that could not be read at all; whoever found that has said so. */
    static FfmpegOptions unusable() {
        return new FfmpegOptions(JsonNodeFactory.instance.objectNode(), List.of(), List.of("unusable"), List.of());
    }

    private static FfmpegOptions of(CommandLine line) {
        var draft = new OptionDraft();
        var problems = new ArrayList<>(line.mistakes());
        for (var option : line.options()) {
            try {
                if (!option.value().equalsIgnoreCase(LEFT_OUT)) {
                    OptionRules.apply(option, draft);
                }
            } catch (OptionRefused refused) {
                problems.add("-" + Fields.shortened(option.name()) + " " + refused.why());
            }
        }
        return draft.finished(problems);
    }

    private static CommandLine inObject(JsonNode object) {
        var options = new ArrayList<Option>();
        object.properties().forEach(entry -> {
            var value = entry.getValue();
            var place =
                    switch (entry.getKey()) {
                        case "input" -> Place.INPUT;
                        case "output" -> Place.OUTPUT;
                        default -> Place.ANYWHERE;
                    };
            if (place != Place.ANYWHERE && value.isObject()) {
                value.properties().forEach(each -> add(options, each.getKey(), each.getValue(), place));
            } else {
                add(options, entry.getKey(), value, Place.ANYWHERE);
            }
        });
        return new CommandLine(options, List.of());
    }

    /** A list repeats its option. */
    private static void add(List<Option> options, String name, JsonNode value, Place place) {
        if (name.startsWith("__") || value.isNull() || (value.isBoolean() && !value.asBoolean())) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> add(options, name, each, place));
        } else {
            // What a command has without a value, an object has with true.
            options.add(new Option(CommandLine.canonical(name), value.isBoolean() ? "1" : value.asText(), place));
        }
    }
}
