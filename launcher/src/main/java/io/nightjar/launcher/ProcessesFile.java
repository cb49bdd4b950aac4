// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code run/processes.json}: what runs now, for tests, for {@code doctor}, and for cleaning up after a kill. */
final class ProcessesFile {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(long launcher, String mode, String url, Map<String, Integer> ports, List<Entry> processes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String name,
            long pid,
            int port,
            Instant started,
            @Nullable Instant processStart,
            int restarts) {}

    private final Path file;
    private final String mode;
    private final String url;
    private final Map<String, Integer> ports;

    ProcessesFile(Path file, String mode, String url, Map<String, Integer> ports) {
        this.file = file;
        this.mode = mode;
        this.url = url;
        this.ports = Map.copyOf(ports);
    }

    void write(Collection<Child> children) {
        var entries = children.stream().flatMap(child -> entry(child).stream()).toList();
        var content = new Content(ProcessHandle.current().pid(), mode, url, ports, entries);
        try {
            var temporary = file.resolveSibling(file.getFileName() + ".new");
            ContractsJson.mapper().writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Entry> entry(Child child) {
        var process = child.process();
        if (process == null || !process.isAlive()) {
            return List.of();
        }
        return List.of(new Entry(
                child.spec().name(),
                process.pid(),
                child.spec().port(),
                child.started(),
                process.info().startInstant().orElse(null),
                child.restarts()));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The processes that a killed launcher left behind and that still run; a reused pid is told by its start time. */
    static List<ProcessHandle> leftovers(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var content = ContractsJson.mapper().readValue(file.toFile(), Content.class);
            return content.processes().stream()
                    .flatMap(entry -> ProcessHandle.of(entry.pid())
                            .filter(handle -> entry.processStart() != null
                                    && handle.info()
                                            .startInstant()
                                            .filter(entry.processStart()::equals)
                                            .isPresent())
                            .stream())
                    .toList();
        } catch (IOException torn) {
            return List.of();
        }
    }
}
