// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The cameras that were added through the API: one cameras file each, in a folder of the home. */
final class ApiCameraFiles {
    private static final String SUFFIX = ".yaml";

    private final Path folder;

    ApiCameraFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The folder " + folder + " cannot be made; check the rights of the home", failure);
        }
    }

    List<Path> files() {
        try (var entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read; check its rights", failure);
        }
    }

    CamerasFile read(Path file) {
        return CamerasFile.read(file, Origin.API);
    }

    void write(CameraSpec camera) {
        AtomicText.write(path(camera.id()), CamerasFile.write(List.of(), List.of(camera)));
    }

    void delete(CameraId camera) {
        try {
            Files.deleteIfExists(path(camera));
        } catch (IOException failure) {
            throw new UncheckedIOException("The file of camera " + camera + " cannot be deleted", failure);
        }
    }

    private Path path(CameraId camera) {
        return folder.resolve(camera.value() + SUFFIX);
    }
}
