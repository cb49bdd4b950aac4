// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.eufy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.cameras.eufy.EufyHead;
import io.nightjar.kit.StateFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What people call the positions of Eufy cameras. The cameras neither know names nor say which positions are set: those that
 * nobody has touched here may have been set in the vendor's app. Safe for many threads.
 */
final class PositionNames {

    /** In place of the name of a position that was forgotten. */
    private static final String FREE = "";

    private final StateFile<Map<String, Map<String, String>>> file;
    private final Map<String, Map<String, String>> names;

    PositionNames(Path file) {
        this.file = new StateFile<>(file, new TypeReference<>() {});
        this.names = new TreeMap<>(this.file.read().orElse(Map.of()));
    }

    /** By their numbers: those with a name, and those that may have been set elsewhere. */
    synchronized Map<Integer, String> of(String serial) {
        var known = names.getOrDefault(serial, Map.of());
        var all = new TreeMap<Integer, String>();
        for (int position = 0; position < EufyHead.PRESETS; position++) {
            var name = known.getOrDefault(String.valueOf(position), "Position " + (position + 1));
            if (!name.equals(FREE)) {
                all.put(position, name);
            }
        }
        return all;
    }

    /**
     * Where a new one goes: to one that was forgotten here, or else to the last that was never touched here, since the app
     * begins with the first. Empty when all four have names.
     */
    synchronized OptionalInt free(String serial) {
        var known = names.getOrDefault(serial, Map.of());
        var forgotten = IntStream.range(0, EufyHead.PRESETS)
                .filter(position -> FREE.equals(known.get(String.valueOf(position))))
                .findFirst();
        return forgotten.isPresent()
                ? forgotten
                : IntStream.range(0, EufyHead.PRESETS)
                        .filter(position -> !known.containsKey(String.valueOf(position)))
                        .max();
    }

    void keep(String serial, int position, String name) {
        change(serial, position, name);
    }

    void forget(String serial, int position) {
        change(serial, position, FREE);
    }

    private synchronized void change(String serial, int position, String name) {
        var changed = new TreeMap<>(names.getOrDefault(serial, Map.of()));
        changed.put(String.valueOf(position), name);
        names.put(serial, changed);
        file.write(names);
    }
}
