// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The folder that holds everything worth keeping. Folders are made for the owner alone. */
public record Home(Path root) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final List<String> FOLDERS =
            List.of("config", "recordings", "kafka", "keys", "state", "run", "logs");

    /** Opens a home, making what is missing; fails with {@link UnusableHome} when that cannot be. */
    public static Home open(Path root) {
        var home = new Home(root.toAbsolutePath().normalize());
        try {
            home.make(home.root);
            for (var folder : FOLDERS) {
                home.make(home.root.resolve(folder));
            }
        } catch (IOException failure) {
            throw new UnusableHome(home.root, failure);
        }
        if (!Files.isWritable(home.root) || !Files.isWritable(home.keys())) {
            throw new UnusableHome(home.root, null);
        }
        return home;
    }

    /** Where the home is when nobody says. */
    public static Path defaultRoot() {
        return Path.of(System.getProperty("user.home"), ".nightjar");
    }

    public Path config() {
        return root.resolve("config");
    }

    public Path recordings() {
        return root.resolve("recordings");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path state() {
        return root.resolve("state");
    }

    /** The state of one process: processes of one home never share it. */
    public Path state(String service) {
        return state().resolve(service);
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    private void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, OWNER_ONLY);
        } else {
            Files.createDirectories(folder);
        }
    }
}
