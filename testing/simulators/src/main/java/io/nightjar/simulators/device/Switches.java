// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Defects of one kind of device, each on or off. Safe for many threads. */
public final class Switches<S extends Enum<S>> {

    private final Class<S> kind;
    private final Set<S> on;

    public Switches(Class<S> kind) {
        this.kind = kind;
        this.on = EnumSet.noneOf(kind);
    }

    public synchronized boolean isOn(S which) {
        return on.contains(which);
    }

    public synchronized void turn(S which, boolean state) {
        if (state) {
            on.add(which);
        } else {
            on.remove(which);
        }
    }

    public synchronized void allOff() {
        on.clear();
    }

    /** The names of those that are on, as they are used over HTTP. */
    public synchronized List<String> namesOn() {
        return on.stream().map(Switches::wire).toList();
    }

    public Optional<S> parse(String name) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(which -> wire(which).equalsIgnoreCase(name))
                .findFirst();
    }

    public String names() {
        return Arrays.stream(kind.getEnumConstants()).map(Switches::wire).collect(Collectors.joining(", "));
    }

    private static String wire(Enum<?> which) {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
