// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A file of another format in the native one.
 *
 * @param root what a native file would hold, secrets included; to be read like one
 * @param problems what to correct and what to know, naming the fields as they were written; entries that cannot run are
 *     not in the tree
 */
public record Translated(ObjectNode root, List<FieldProblem> problems) {

    public Translated {
        problems = List.copyOf(problems);
    }

    /** Shows nothing of the tree, which holds secrets. */
    @Override
    public String toString() {
        return "Translated[" + problems.size() + " problems]";
    }
}
