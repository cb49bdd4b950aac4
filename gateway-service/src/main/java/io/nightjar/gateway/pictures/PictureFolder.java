// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.nightjar.contracts.camera.CameraId;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Pictures on disk, one per camera; the file's time is the time it was taken. */
final class PictureFolder {
    private final Path folder;

    PictureFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The folder " + folder + " cannot be made; check the rights of the home", failure);
        }
    }

    Optional<Taken> read(CameraId camera) {
        var file = path(camera);
        try {
            return Optional.of(
                    new Taken(Files.getLastModifiedTime(file).toInstant(), Buffer.buffer(Files.readAllBytes(file))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("The picture of camera " + camera + " cannot be read", failure);
        }
    }

    void write(CameraId camera, Taken picture) {
        try {
            var fresh = Files.createTempFile(folder, "." + camera, ".tmp");
            Files.write(fresh, picture.jpeg().getBytes());
            Files.setLastModifiedTime(fresh, FileTime.from(picture.at()));
            Files.move(fresh, path(camera), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The picture of camera " + camera + " cannot be kept", failure);
        }
    }

    void delete(CameraId camera) {
        try {
            Files.deleteIfExists(path(camera));
        } catch (IOException failure) {
            throw new UncheckedIOException("The picture of camera " + camera + " cannot be deleted", failure);
        }
    }

    private Path path(CameraId camera) {
        return folder.resolve(camera.value() + ".jpg");
    }
}
