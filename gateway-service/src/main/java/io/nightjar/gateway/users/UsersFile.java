// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.kit.Home;
import io.nightjar.kit.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code config/users.json}. A broken file stops the gateway: taking it for an empty one would let the next start hand out
 * a new administrator.
 */
final class UsersFile {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(int version, List<User> users) {
        Content {
            users = List.copyOf(users);
        }
    }

    private static final int VERSION = 1;

    private final Path file;
    private final StateFile<Content> writer;

    UsersFile(Home home) {
        this.file = home.config().resolve("users.json");
        this.writer = new StateFile<>(file, Content.class);
    }

    Optional<List<User>> read() {
        try {
            var content = ContractsJson.mapper().readValue(Files.readString(file), Content.class);
            return content.users().isEmpty() ? Optional.empty() : Optional.of(content.users());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            // The parser's own message quotes the file, which holds password hashes.
            throw new IllegalStateException("The users file " + file + " is broken at line "
                    + (broken.getLocation() == null ? 1 : broken.getLocation().getLineNr())
                    + "; correct it, or move it away to start again with a new administrator");
        } catch (IOException failure) {
            throw new UncheckedIOException("The users file " + file + " cannot be read; check its rights", failure);
        }
    }

    void write(List<User> users) {
        writer.write(new Content(VERSION, users));
    }
}
