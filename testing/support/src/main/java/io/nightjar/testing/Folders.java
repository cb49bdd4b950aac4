// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** Temporary folders that outlive one test. */
final class Folders {

    private Folders() {}

    static Path temporary(String purpose) {
        try {
            return Files.createTempDirectory("nightjar-" + purpose + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes the folder; what is still being written into it by others may stay. */
    static void delete(Path folder) {
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // Somebody else cleaned up: that is what was wanted.
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
