// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.PrintStream;

/** What a person in front of the terminal is told: few lines, each of use. */
final class Terminal {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
