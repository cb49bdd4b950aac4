// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.session.Remembered;
import io.nightjar.kit.StateFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What worked for each stream last time, kept on disk for the next start. Losing it costs a probe, nothing else. */
public final class StreamMemory {

    private static final Logger LOG = Logger.getLogger(StreamMemory.class);

    private final StateFile<Map<String, Remembered>> file;
    private final Map<String, Remembered> known = new ConcurrentHashMap<>();

    /** @param folder where this process keeps its state */
    public StreamMemory(Path folder) {
        file = new StateFile<>(folder.resolve("streams.json"), new TypeReference<>() {});
        file.read().ifPresent(known::putAll);
    }

    Optional<Remembered> recall(StreamId stream) {
        return Optional.ofNullable(known.get(stream.toString()));
    }

    void remember(StreamId stream, Remembered worked) {
        var before = known.get(stream.toString());
        if (before == null || !worked.confirms(before)) {
            known.put(stream.toString(), worked);
            save();
        }
    }

    void forget(StreamId stream) {
        if (known.remove(stream.toString()) != null) {
            save();
        }
    }

    private synchronized void save() {
        try {
            file.write(new TreeMap<>(known));
        } catch (UncheckedIOException failure) {
            LOG.warnf("What worked cannot be remembered for the next start cause=%s", failure.getCause());
        }
    }
}
