// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

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
    void aNewHomeIsForItsOwnerAlone() throws IOException {
        try (var home = Home.open(folder.resolve("new"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path("keys"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isHeldByOneLauncherAtATimeAndFreeAfterwards() {
        try (var held = Home.open(folder)) {
            assertThat(held.root()).isEqualTo(folder);
            // The lock is per process; in the same one the JVM itself notices.
            assertThatThrownBy(() -> Home.open(folder))
                    .isInstanceOfAny(Complaint.class, java.nio.channels.OverlappingFileLockException.class);
        }
        Home.open(folder).close();
    }

    @Test
    void refusesAHomeOfANewerVersion() throws IOException {
        Files.writeString(folder.resolve("VERSION"), (Home.VERSION + 1) + "\n");
        assertThatThrownBy(() -> Home.open(folder))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("newer Nightjar");
    }

    @Test
    void saysWhatToDoWhenTheHomeIsAFile() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("--home")
                .hasMessageContaining(file.toString());
    }
}
