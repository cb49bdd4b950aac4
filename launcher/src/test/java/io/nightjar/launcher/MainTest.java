// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @Test
    void anUnknownOptionIsOneSentenceAndExitCode2() {
        assertThat(run("up", "--demmo")).isEqualTo(2);
        assertThat(errors.toString()).contains("--demmo").hasLineCount(1);
    }

    @Test
    void aMissingCamerasFileIsOneSentence() {
        assertThat(run("up", "--home", folder.toString(), "--cameras", folder + "/none.yaml"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("none.yaml", "cannot be read").hasLineCount(1);
    }

    @Test
    void aWrongPortIsOneSentence() {
        assertThat(run("up", "--home", folder.toString(), "--port", "70000")).isEqualTo(1);
        assertThat(errors.toString()).contains("70000").hasLineCount(1);
    }
}
