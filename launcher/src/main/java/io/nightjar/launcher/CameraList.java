// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Follows {@code state/cameras.json}, the registry's projection for this host, so that each camera gets its process. */
final class CameraList implements AutoCloseable {

    private static final String NAME = "cameras.json";

    private final Path folder;
    private final Consumer<List<CameraId>> listener;
    private final WatchService watch;

    CameraList(Path stateFolder, Consumer<List<CameraId>> listener) {
        this.folder = stateFolder;
        this.listener = listener;
        try {
            watch = FileSystems.getDefault().newWatchService();
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void follow() {
        Thread.ofVirtual().name("camera-list").start(() -> {
            try {
                read();
                while (true) {
                    var key = watch.take();
                    boolean ours = key.pollEvents().stream()
                            .anyMatch(event -> String.valueOf(event.context()).equals(NAME));
                    key.reset();
                    if (ours) {
                        read();
                    }
                }
            } catch (InterruptedException | java.nio.file.ClosedWatchServiceException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void read() {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return;
        }
        try {
            var specs = ContractsJson.mapper().readValue(file.toFile(), CameraSpec[].class);
            listener.accept(Arrays.stream(specs)
                    .filter(spec -> spec.can(Capability.STREAMING))
                    .map(CameraSpec::id)
                    .sorted()
                    .toList());
        } catch (IOException torn) {
            throw new UncheckedIOException(file + " is not the list of cameras that the gateway writes", torn);
        }
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
