// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets on disk: readable by their owner alone, whole or absent, made by whichever process comes first. */
final class SecretFile {

    private static final SecureRandom RANDOM = new SecureRandom();
    // A file lock belongs to the whole JVM: threads of one process must also take turns.
    private static final Object IN_PROCESS = new Object();

    private SecretFile() {}

    static String randomHex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    static Optional<String> read(Path file) {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    static String readOrCreate(Path file, Supplier<String> first) {
        return read(file)
                .orElseGet(() ->
                        alone(file.resolveSibling(".lock"), () -> read(file).orElseGet(() -> {
                            var secret = first.get();
                            write(file, secret + "\n");
                            return secret;
                        })));
    }

    /** Runs while no other process or thread does so with the same lock. */
    static <T> T alone(Path lock, Supplier<T> work) {
        synchronized (IN_PROCESS) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("The lock was lost");
                }
                return work.get();
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot lock " + lock, failure);
            }
        }
    }

    /** Replaces the file in one step, readable by its owner alone from the first byte on. */
    static void write(Path file, String text) {
        var fresh = file.resolveSibling(file.getFileName() + "." + randomHex(4) + ".tmp");
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
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
