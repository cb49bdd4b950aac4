// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.List;
import java.util.Set;

/** The filters that can be said as a size or a rate. */
final class FilterChain {

    private static final String OPTION = "vf";
    /** Scale's own words for "whatever keeps the proportions". */
    private static final Set<String> FOLLOWS = Set.of("-1", "-2");

    private FilterChain() {}

    static void apply(OptionDraft draft, String chain) {
        for (var filter : chain.split(",")) {
            int equals = filter.indexOf('=');
            var name = (equals < 0 ? filter : filter.substring(0, equals)).strip();
            var value = equals < 0 ? "" : filter.substring(equals + 1).strip();
            switch (name) {
                case "scale" -> scale(draft, value);
                case "fps" -> draft.video("fps", Quantity.number(without("fps", value)), OPTION);
                case "format" -> {
                    Wanted.oneOf(without("pix_fmts", value), "yuv420p");
                    draft.encoding(OPTION);
                }
                default ->
                    throw new OptionRefused("has no filter \"" + Fields.shortened(name)
                            + "\" here; it may have scale=1280:-1, fps=15 and format=yuv420p");
            }
        }
    }

    private static void scale(OptionDraft draft, String value) {
        var parts = List.of(value.contains(":") ? value.split(":") : value.split("x"));
        int position = 0;
        for (var part : parts) {
            int equals = part.indexOf('=');
            var key = equals < 0 ? (position++ == 0 ? "w" : "h") : part.substring(0, equals);
            var side = part.substring(equals + 1);
            switch (key) {
                case "w", "width" -> side(draft, "width", side);
                case "h", "height" -> side(draft, "height", side);
                // How smooth, not how large.
                case "flags" -> draft.encoding(OPTION);
                default -> throw new OptionRefused("scale may have a width and a height, not " + Fields.shortened(key));
            }
        }
        if (position > 2) {
            throw new OptionRefused("scale may have a width and a height, such as scale=1280:-1");
        }
    }

    private static void side(OptionDraft draft, String field, String value) {
        if (FOLLOWS.contains(value)) {
            draft.encoding(OPTION);
        } else {
            draft.video(field, Quantity.whole(value), OPTION);
        }
    }

    private static String without(String key, String value) {
        return value.startsWith(key + "=") ? value.substring(key.length() + 1) : value;
    }
}
