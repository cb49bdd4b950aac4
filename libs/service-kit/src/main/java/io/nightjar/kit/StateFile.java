// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One JSON document on disk, whole or absent even after a power cut; a broken one is set aside, never fatal. */
public final class StateFile<T> {

    private static final Logger LOG = Logger.getLogger(StateFile.class);
    private static final JsonMapper JSON = ContractsJson.mapper();

    private final Path file;
    private final JavaType type;

    public StateFile(Path file, Class<T> type) {
        this.file = file;
        this.type = JSON.constructType(type);
    }

    public StateFile(Path file, TypeReference<T> type) {
        this.file = file;
        this.type = JSON.constructType(type);
    }

    /** What was written last; empty when nothing was, or when it cannot be understood any more. */
    public synchronized Optional<T> read() {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), type));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            setAside();
            return Optional.empty();
        } catch (IOException failure) {
            LOG.warnf("State cannot be read and is taken as empty file=%s cause=%s", file, failure);
            return Optional.empty();
        }
    }

    public synchronized void write(T value) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SecretFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the state file " + file, failure);
        }
    }

    private void setAside() {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warnf("State is not readable and was set aside file=%s", aside);
        } catch (IOException failure) {
            LOG.warnf("State is not readable and cannot be set aside file=%s cause=%s", file, failure);
        }
    }
}
