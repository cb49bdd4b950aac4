// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be done so that a MediaMTX has exactly our paths. Pure: it forgets everything at its restart. */
final class Reconciliation {

    sealed interface Action {
        record Add(String path) implements Action {}

        record Replace(String path) implements Action {}

        record Delete(String path) implements Action {}
    }

    private Reconciliation() {}

    static List<Action> plan(Set<String> wanted, Map<String, JsonNode> actual) {
        var actions = new ArrayList<Action>();
        for (var path : new TreeSet<>(wanted)) {
            var configured = actual.get(path);
            if (configured == null) {
                actions.add(new Action.Add(path));
            } else if (!Wanted.contains(configured, Wanted.path())) {
                actions.add(new Action.Replace(path));
            }
        }
        for (var path : new TreeSet<>(actual.keySet())) {
            if (!wanted.contains(path)) {
                actions.add(new Action.Delete(path));
            }
        }
        return actions;
    }
}
