// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param port HTTP port; 0 for any free one
 */
record UpOptions(Path home, int port, boolean demo, boolean mesh, boolean lan, List<Path> camerasFiles) {

    static final int USUAL_HTTP_PORT = 8080;

    UpOptions {
        camerasFiles = List.copyOf(camerasFiles);
    }

    /** With the usual HTTP port the others have their usual ones too; with another they are looked for. */
    boolean usualPorts() {
        return port == USUAL_HTTP_PORT;
    }

    Path demoCamerasFile() {
        return home.resolve("run/demo-cameras.yaml");
    }
}
