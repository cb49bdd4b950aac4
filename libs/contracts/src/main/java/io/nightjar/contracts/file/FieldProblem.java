// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.List;

/**
 * Something a person should correct: where it is, what is wrong, what may stand there.
 *
 * @param subject such as {@code camera gate} or {@code cameras file}
 * @param field dotted name such as {@code streams.main.url}; empty when the subject as a whole is meant
 * @param allowed the values that are possible; empty when they cannot be listed
 */
public record FieldProblem(String subject, String field, String message, List<String> allowed) {

    public FieldProblem {
        allowed = List.copyOf(allowed);
    }

    /** One plain sentence that names the camera, the field and the allowed values. */
    public String sentence() {
        var text = new StringBuilder(capitalised(subject));
        if (!field.isEmpty()) {
            text.append(", ").append(field);
        }
        text.append(": ").append(message);
        if (!allowed.isEmpty()) {
            text.append(" (allowed: ").append(String.join(", ", allowed)).append(')');
        }
        return text.append('.').toString();
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
