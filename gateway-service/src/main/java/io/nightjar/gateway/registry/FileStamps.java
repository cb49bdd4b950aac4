// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells whether files changed. Polled: notifications are lost on network shares, mounted volumes and renames. */
final class FileStamps {
    private List<String> last = List.of();

    /** Whether anything differs from the last time this was asked. */
    synchronized boolean changed(List<Path> files) {
        var now = files.stream().map(FileStamps::stamp).toList();
        boolean changed = !now.equals(last);
        last = now;
        return changed;
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException absent) {
            return file + " absent";
        }
    }
}
