// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.file.FieldProblem;
import java.util.List;

/**
 * A file of an earlier system in the native format.
 *
 * @param root what a native file would hold, secrets included; to be read like one
 * @param problems what to correct and what to know, naming the fields as they were written; entries that cannot run are
 *     not in the tree
 */
public record Imported(ObjectNode root, List<FieldProblem> problems) {

    public Imported {
        problems = List.copyOf(problems);
    }

    /** Shows nothing of the tree, which holds secrets. */
    @Override
    public String toString() {
        return "Imported[" + problems.size() + " problems]";
    }
}
