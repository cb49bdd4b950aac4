// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder everything lives in. Held by one launcher at a time. */
final class Home implements AutoCloseable {

    /** Raised when the layout changes in a way that an older Nightjar could not read. */
    static final int VERSION = 1;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private Home(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    static Home open(Path root) {
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (String folder : new String[] {"config", "recordings", "kafka", "keys", "state", "run", "logs"}) {
                Files.createDirectories(
                        root.resolve(folder),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            checkVersion(root);
            var channel =
                    FileChannel.open(root.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Complaint("Another Nightjar is running on " + root
                        + ". Stop it first, or choose another folder with --home.");
            }
            return new Home(root, channel, lock);
        } catch (IOException failure) {
            throw new Complaint("Nightjar cannot write to " + root + " (" + reason(failure)
                    + "). Make it writable, or choose another folder with --home.");
        }
    }

    private static void checkVersion(Path root) throws IOException {
        var file = root.resolve("VERSION");
        if (!Files.exists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        var text = Files.readString(file).strip();
        if (!text.matches("\\d{1,6}")) {
            throw new Complaint(
                    file + " should hold a number and does not. Restore the folder, or choose another with --home.");
        }
        if (Integer.parseInt(text) > VERSION) {
            throw new Complaint(
                    root + " was written by a newer Nightjar. Run that version, or choose another folder with --home.");
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileAlreadyExistsException exists -> exists.getFile() + " is not a folder";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }

    Path path(String relative) {
        return root.resolve(relative);
    }

    Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failure) {
            throw new Complaint("The lock on " + root + " could not be released: " + reason(failure));
        }
    }
}
