// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.nightjar.kit.Outbox;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the topic of cameras equal to the registry. All that the topic holds is read first, so that a camera which was
 * removed while the gateway was away gets its tombstone.
 */
@Startup
@Singleton
class RegistryProjection implements Listener<CameraEntry> {
    private final Outbox outbox;
    private final Map<String, CameraEntry> wanted = new HashMap<>();

    RegistryProjection(Registry registry, Outbox outbox, Events events) {
        this.outbox = outbox;
        registry.listen((before, after) -> project(after));
        events.follow(Topic.CAMERAS, From.START, this);
    }

    @Override
    public synchronized void onEvent(String key, CameraEntry event) {
        var own = wanted.get(key);
        if (own == null) {
            outbox.delete(Topic.CAMERAS, key);
        }
    }

    private synchronized void project(RegistrySnapshot registry) {
        var now = new HashMap<String, CameraEntry>();
        registry.cameras().values().stream().map(CameraEntry::of).forEach(entry -> now.put(entry.key(), entry));
        registry.devices().values().stream().map(CameraEntry::of).forEach(entry -> now.put(entry.key(), entry));
        now.forEach((key, entry) -> {
            if (!entry.equals(wanted.get(key))) {
                outbox.send(Topic.CAMERAS, entry);
            }
        });
        Set.copyOf(wanted.keySet()).stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> outbox.delete(Topic.CAMERAS, key));
        wanted.clear();
        wanted.putAll(now);
    }
}
