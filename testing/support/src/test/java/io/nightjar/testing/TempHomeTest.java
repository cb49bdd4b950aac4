// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TempHomeTest {

    @Test
    void aHomeIsFreshAndGoneAfterwards() throws IOException {
        var home = new TempHome();
        var folder = Path.of(home.start().getOrDefault("nightjar.home", ""));
        assertThat(folder).isEmptyDirectory();
        Files.writeString(Files.createDirectory(folder.resolve("state")).resolve("cameras.json"), "{}");

        home.stop();

        assertThat(folder).doesNotExist();
    }
}
