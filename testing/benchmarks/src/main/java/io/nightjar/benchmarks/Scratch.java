// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A home for one measurement, deleted afterwards. */
final class Scratch implements AutoCloseable {

    static final String PASSWORD = "measured-in-the-dark";

    private final Path folder;

    Scratch() {
        try {
            folder = Files.createTempDirectory("nightjar-bench-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
