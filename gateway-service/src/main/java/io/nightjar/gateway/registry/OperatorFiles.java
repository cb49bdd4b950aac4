// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.importing.VendorFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The cameras files that the operator named: single files, and folders of which every cameras file counts. */
final class OperatorFiles {
    private static final Logger LOG = Logger.getLogger(OperatorFiles.class);
    private static final String JSON = ".json";
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", JSON);

    private final List<Path> named;
    private final Map<Path, OperatorFile> known = new HashMap<>();

    OperatorFiles(List<Path> named) {
        this.named = List.copyOf(named);
    }

    /** In order of precedence: as they were named, and within a folder by name. */
    List<CamerasFile> read() {
        var files = files();
        known.keySet().retainAll(files);
        return files.stream()
                .map(path -> known.computeIfAbsent(path, OperatorFile::new).read())
                .toList();
    }

    /** Everything whose change may change what the files say. */
    List<Path> watched() {
        var watched = new ArrayList<>(files());
        // The vendors' files of an imported collection lie beside its file of cameras.
        watched.stream()
                .filter(path -> path.toString().endsWith(JSON))
                .map(path -> path.toAbsolutePath().getParent())
                .distinct()
                .flatMap(folder -> within(folder, List.of(JSON)).stream().filter(VendorFiles::isNamed))
                .toList()
                .forEach(watched::add);
        return watched;
    }

    private List<Path> files() {
        return named.stream()
                .flatMap(path -> Files.isDirectory(path) ? camerasFilesOf(path).stream() : Stream.of(path))
                .distinct()
                .toList();
    }

    private static List<Path> camerasFilesOf(Path folder) {
        return within(folder, SUFFIXES).stream()
                .filter(path -> !VendorFiles.isNamed(path))
                .toList();
    }

    private static List<Path> within(Path folder, List<String> suffixes) {
        try (var entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith(".")
                            && suffixes.stream().anyMatch(path.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            LOG.warnf("A folder of cameras files cannot be read folder=%s cause=%s", folder, failure);
            return List.of();
        }
    }
}
