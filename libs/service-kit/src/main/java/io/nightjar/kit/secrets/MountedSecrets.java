// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** A directory with one file per secret, as Kubernetes mounts them. Read anew each time: mounts are exchanged whole. */
final class MountedSecrets implements SecretSource {

    private static final Logger LOG = Logger.getLogger(MountedSecrets.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int MOST_BYTES = 64 * 1024;

    private final Path folder;

    MountedSecrets(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> value(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(withoutLineEnd(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException exchangedMeanwhile) {
            return Optional.empty();
        } catch (IOException failure) {
            LOG.warnf(
                    "A mounted secret cannot be read file=%s cause=%s",
                    file, failure.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public String revision() {
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .map(MountedSecrets::stamp)
                    .collect(Collectors.joining(","));
        } catch (NoSuchFileException notMounted) {
            return "none";
        } catch (IOException failure) {
            return "unreadable";
        }
    }

    /** Links are followed: an exchanged mount shows in the times of what they lead to. */
    private static String stamp(Path file) {
        try {
            return file.getFileName() + ":" + Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file) + "@"
                    + file.toRealPath().getParent();
        } catch (IOException exchangedMeanwhile) {
            return file.getFileName() + ":gone";
        }
    }

    /** Editors end files with a line; passwords do not. Spaces stay. */
    private static String withoutLineEnd(String text) {
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
