// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The cameras and devices that were added through the API: one cameras file each, in a folder of the home. */
final class ApiCameraFiles {
    private static final String SUFFIX = ".yaml";
    /** No camera's file begins like this: a camera id has no dot. */
    private static final String DEVICE_PREFIX = "device.";

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
        var read = CamerasFile.read(file, Origin.API);
        if (!file.getFileName().toString().startsWith(DEVICE_PREFIX)) {
            return read;
        }
        // The file of a device has no cameras, and is not meant to.
        var problems = read.problems().stream()
                .filter(problem -> !problem.field().equals("cameras"))
                .toList();
        return new CamerasFile(read.devices(), read.cameras(), read.credentials(), problems);
    }

    void write(CameraSpec camera) {
        AtomicText.write(path(camera.id()), CamerasFile.write(List.of(), List.of(camera)));
    }

    void write(DeviceSpec device) {
        AtomicText.write(path(device.id()), CamerasFile.write(List.of(device), List.of()));
    }

    void delete(CameraId camera) {
        delete(path(camera), "camera " + camera);
    }

    void delete(DeviceId device) {
        delete(path(device), "device " + device);
    }

    private static void delete(Path file, String what) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file of " + what + " cannot be deleted", failure);
        }
    }

    private Path path(CameraId camera) {
        return folder.resolve(camera.value() + SUFFIX);
    }

    private Path path(DeviceId device) {
        return folder.resolve(DEVICE_PREFIX + device.value() + SUFFIX);
    }
}
