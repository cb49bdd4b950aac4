// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.kit.Home;
import io.nightjar.kit.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Credentials by reference, each sealed on its own with AES-256-GCM. One process writes, any number read; every read
 * sees the file as it is now.
 */
public final class SecretsFile {

    private static final Logger LOG = Logger.getLogger(SecretsFile.class);
    private static final int VERSION = 1;

    private final Path path;
    private final StateFile<Document> file;
    private final MasterKey key;

    private SecretsFile(Path path, MasterKey key) {
        this.path = path;
        this.file = new StateFile<>(path, Document.class);
        this.key = key;
    }

    public static SecretsFile of(Home home) {
        return new SecretsFile(
                home.config().resolve("secrets.json"), new MasterKey(home.keys().resolve("master.key")));
    }

    /** Changes whenever the file does; cheap enough to ask every second. */
    public String revision() {
        try {
            return Files.getLastModifiedTime(path).toMillis() + "/" + Files.size(path);
        } catch (NoSuchFileException none) {
            return "none";
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look at " + path, failure);
        }
    }

    /** Empty when there is no such entry, or when it cannot be opened with this home's key. */
    public Optional<Credentials> find(String reference) {
        var sealed = entries().get(reference);
        var cipher = sealed == null ? Optional.<Cipher>empty() : key.find();
        if (sealed == null || cipher.isEmpty()) {
            return Optional.empty();
        }
        var opened = cipher.get().open(reference, sealed);
        if (opened.isEmpty()) {
            LOG.warnf("Credentials cannot be opened with this home's master key; enter them again ref=%s", reference);
        }
        return opened;
    }

    public void put(String reference, Credentials credentials) {
        putAll(Map.of(reference, credentials));
    }

    /** Adds or replaces several entries in one write. */
    public synchronized void putAll(Map<String, Credentials> credentials) {
        if (credentials.isEmpty()) {
            return;
        }
        var cipher = key.findOrCreate();
        var changed = new TreeMap<>(entries());
        credentials.forEach((reference, secret) -> changed.put(reference, cipher.seal(reference, secret)));
        file.write(new Document(VERSION, changed));
    }

    public synchronized void remove(String reference) {
        var changed = new TreeMap<>(entries());
        if (changed.remove(reference) != null) {
            file.write(new Document(VERSION, changed));
        }
    }

    private Map<String, Cipher.Sealed> entries() {
        return file.read().map(Document::secrets).orElse(Map.of());
    }

    record Document(int version, Map<String, Cipher.Sealed> secrets) {}
}
