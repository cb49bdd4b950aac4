// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to keep running.
 *
 * @param stage children of a higher stage are stopped before those of a lower one
 * @param port its internal HTTP port, for whoever looks at the list of processes; 0 where it has none
 */
record ChildSpec(String name, int stage, List<String> command, Map<String, String> environment, Path log, int port) {

    static final int BROKER = 0;
    static final int MEDIA = 1;
    static final int SERVICE = 2;

    ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
