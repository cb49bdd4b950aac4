// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    record Seen(String camera, Instant at) {}

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgainAndNothingElseLiesAround() throws IOException {
        var file = new StateFile<>(folder.resolve("deep/state.json"), Seen.class);
        var seen = new Seen("gate", Instant.parse("2026-01-02T03:04:05Z"));

        file.write(new Seen("old", Instant.EPOCH));
        file.write(seen);

        assertThat(file.read()).contains(seen);
        try (var files = Files.list(folder.resolve("deep"))) {
            assertThat(files).containsExactly(folder.resolve("deep/state.json"));
        }
    }

    @Test
    void nothingWrittenIsNothingRead() {
        assertThat(new StateFile<>(folder.resolve("none.json"), Seen.class).read())
                .isEmpty();
    }

    @Test
    void aBrokenFileIsSetAside() throws IOException {
        var path = folder.resolve("state.json");
        Files.writeString(path, "{\"camera\": \"ga");

        assertThat(new StateFile<>(path, Seen.class).read()).isEmpty();
        assertThat(folder.resolve("state.json.broken")).exists();
        assertThat(path).doesNotExist();
    }
}
