// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.preset;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.Listener;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which ingest process serves which stream, as they report themselves. */
public final class IngestAddresses implements Listener<StreamHealth> {

    private final Map<String, String> instances = new ConcurrentHashMap<>();

    @Override
    public void onEvent(String key, StreamHealth event) {
        instances.put(key, event.instance());
    }

    @Override
    public void onDeleted(String key) {
        instances.remove(key);
    }

    /** The base URL of its internal routes. */
    Optional<String> of(StreamId stream) {
        return Optional.ofNullable(instances.get(stream.toString()));
    }
}
