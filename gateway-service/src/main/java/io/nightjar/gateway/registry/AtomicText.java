// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a text file in one step, so that a power cut leaves the old one or the new one. */
final class AtomicText {
    private AtomicText() {}

    static void write(Path file, String text) {
        try {
            // createTempFile makes files for their owner alone.
            var fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }
}
