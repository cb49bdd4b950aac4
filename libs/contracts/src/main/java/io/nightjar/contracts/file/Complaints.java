// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.ArrayList;
import java.util.List;

/** What reading found wrong: errors reject the entry, warnings only want to be seen. */
final class Complaints {

    private final List<FieldProblem> errors = new ArrayList<>();
    private final List<FieldProblem> warnings = new ArrayList<>();

    void error(FieldProblem problem) {
        errors.add(problem);
    }

    void warning(FieldProblem problem) {
        warnings.add(problem);
    }

    boolean acceptable() {
        return errors.isEmpty();
    }

    List<FieldProblem> all() {
        var all = new ArrayList<>(errors);
        all.addAll(warnings);
        return all;
    }
}
