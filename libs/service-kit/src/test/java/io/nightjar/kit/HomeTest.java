// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void aNewHomeHasItsFoldersForItsOwnerAlone() throws IOException {
        var home = Home.open(folder.resolve("new"));

        for (var made : new Path[] {home.root(), home.config(), home.keys(), home.state(), home.kafka(), home.run()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void anExistingHomeIsKeptAsItIs() throws IOException {
        var first = Home.open(folder);
        Files.writeString(first.config().resolve("cameras.yaml"), "version: 1");

        assertThat(Home.open(folder).config().resolve("cameras.yaml")).hasContent("version: 1");
    }

    @Test
    void aHomeThatCannotBeMadeIsOneSentence() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Home.open(file.resolve("home")))
                .isInstanceOf(UnusableHome.class)
                .hasMessageContaining("cannot write to its home " + file.resolve("home"))
                .hasMessageContaining("NIGHTJAR_HOME");
    }
}
