// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import io.nightjar.contracts.file.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the translation of one thing, such as a camera, brought to light. */
final class Findings {

    private String subject;
    private final Set<FieldProblem> problems = new LinkedHashSet<>();
    private final Set<String> notNeeded = new TreeSet<>();
    private boolean acceptable = true;

    Findings(String subject) {
        this.subject = subject;
    }

    /** What it is called, once that is known. */
    void call(String name) {
        subject = name;
    }

    /** Something without which it cannot run. */
    void error(String field, String message, List<String> allowed) {
        acceptable = false;
        warn(field, message, allowed);
    }

    /** Something that is made good, or left out, and said. */
    void warn(String field, String message, List<String> allowed) {
        problems.add(new FieldProblem("", field, message, allowed));
    }

    void warn(String field, String message) {
        warn(field, message, List.of());
    }

    /** A setting for a part of the earlier system that has no counterpart; all of them are said in one sentence. */
    void notNeeded(String field) {
        notNeeded.add(field);
    }

    boolean acceptable() {
        return acceptable;
    }

    List<FieldProblem> all() {
        var all = new ArrayList<FieldProblem>();
        problems.forEach(said -> all.add(new FieldProblem(subject, said.field(), said.message(), said.allowed())));
        if (!notNeeded.isEmpty()) {
            all.add(new FieldProblem(
                    subject,
                    "unused settings",
                    "Nightjar has no use for these and ignores them, as docs/importing.md explains: "
                            + String.join(", ", notNeeded),
                    List.of()));
        }
        return all;
    }
}
