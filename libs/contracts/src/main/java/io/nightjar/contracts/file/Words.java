// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a text into words at its spaces; quotation marks and a backslash keep what they protect together. */
final class Words {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inside;
    private char quote;

    private Words() {}

    /** Empty where a quotation mark is never closed. */
    static Optional<List<String>> split(String text) {
        return new Words().read(text);
    }

    private Optional<List<String>> read(String text) {
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (next == '\\' && quote != '\'' && index + 1 < text.length()) {
                add(text.charAt(++index));
            } else if (quote != 0) {
                inQuotes(next);
            } else if (next == '"' || next == '\'') {
                quote = next;
                inside = true;
            } else if (Character.isWhitespace(next)) {
                end();
            } else {
                add(next);
            }
        }
        end();
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }

    private void inQuotes(char next) {
        if (next == quote) {
            quote = 0;
        } else {
            add(next);
        }
    }

    private void add(char next) {
        word.append(next);
        inside = true;
    }

    private void end() {
        if (inside) {
            words.add(word.toString());
            word.setLength(0);
            inside = false;
        }
    }
}
