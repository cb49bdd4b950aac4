// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Positions a camera remembers, by tokens; each vendor has its own idea of tokens. Safe for many threads. */
public final class Presets {

    /** A position and what people call it. */
    public record Preset(String name, View view) {}

    private final Head head;
    private final Map<String, Preset> presets = new LinkedHashMap<>();

    Presets(Head head) {
        this.head = head;
    }

    /** In the order in which they were first stored. */
    public synchronized Map<String, Preset> list() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(presets));
    }

    public synchronized Optional<Preset> find(String token) {
        return Optional.ofNullable(presets.get(token));
    }

    /** Remembers where the head looks now. */
    public void store(String token, String name) {
        store(token, name, head.view());
    }

    public synchronized void store(String token, String name, View view) {
        presets.put(token, new Preset(name, view));
    }

    /** Sends the head to a position at full speed; false when there is no such preset. */
    public boolean goTo(String token) {
        return goTo(token, Optional.empty());
    }

    public boolean goTo(String token, Optional<Wish> speed) {
        var preset = find(token);
        preset.ifPresent(found -> head.seek(Wish.of(found.view()), speed));
        return preset.isPresent();
    }

    /** False when there was no such preset. */
    public synchronized boolean remove(String token) {
        return presets.remove(token) != null;
    }
}
