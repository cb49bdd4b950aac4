// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.importing.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A cameras file of the operator. While it cannot be understood, its cameras run as they were. */
final class OperatorFile {
    private final Path path;
    private @Nullable CamerasFile lastGood;

    OperatorFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    CamerasFile read() {
        var read = Importer.read(path);
        if (lastGood != null && isBroken(read)) {
            return new CamerasFile(lastGood.devices(), lastGood.cameras(), lastGood.credentials(), read.problems());
        }
        lastGood = read;
        return read;
    }

    /** Half a file is often all there is while somebody saves it. A file that is gone was meant to go. */
    private boolean isBroken(CamerasFile read) {
        return read.cameras().isEmpty()
                && Files.exists(path)
                && read.problems().stream().anyMatch(problem -> problem.field().isEmpty());
    }
}
