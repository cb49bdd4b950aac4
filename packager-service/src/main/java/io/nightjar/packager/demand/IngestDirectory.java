// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.StateFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which ingest process owns which stream, as health says. Kept on disk: demand works while the broker is away. */
final class IngestDirectory {

    private final Map<StreamId, String> instances = new ConcurrentHashMap<>();
    private final StateFile<Map<StreamId, String>> file;

    IngestDirectory(StateFile<Map<StreamId, String>> file) {
        this.file = file;
        file.read().ifPresent(instances::putAll);
    }

    static TypeReference<Map<StreamId, String>> type() {
        return new TypeReference<>() {};
    }

    Optional<String> instanceOf(StreamId stream) {
        return Optional.ofNullable(instances.get(stream));
    }

    void heard(StreamHealth health) {
        var before = instances.put(health.stream(), health.instance());
        if (!health.instance().equals(before)) {
            file.write(new TreeMap<>(instances));
        }
    }

    void forget(StreamId stream) {
        if (instances.remove(stream) != null) {
            file.write(new TreeMap<>(instances));
        }
    }
}
