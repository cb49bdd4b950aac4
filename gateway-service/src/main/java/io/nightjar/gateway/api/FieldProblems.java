// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.kit.Problem;
import java.util.LinkedHashMap;
import java.util.List;

/** What is wrong with an object somebody sent, as one answer. */
final class FieldProblems {
    private FieldProblems() {}

    /** @param subject what the object is, such as {@code camera} */
    static Problem invalid(String subject, List<FieldProblem> problems) {
        var fields = new LinkedHashMap<String, String>();
        problems.forEach(
                problem -> fields.putIfAbsent(problem.field().isEmpty() ? subject : problem.field(), text(problem)));
        var first = problems.isEmpty()
                ? "The " + subject + " is not valid."
                : problems.getFirst().sentence();
        return Problem.invalid(first, fields);
    }

    private static String text(FieldProblem problem) {
        return problem.allowed().isEmpty()
                ? problem.message()
                : problem.message() + " (allowed: " + String.join(", ", problem.allowed()) + ")";
    }
}
