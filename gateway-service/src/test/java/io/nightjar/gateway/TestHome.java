// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.nightjar.kit.Home;
import java.nio.file.Path;

/** A home in a folder that JUnit deletes. */
public final class TestHome {
    private TestHome() {}

    public static Home in(Path folder) {
        return Home.open(folder.resolve("home"));
    }
}
