// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a head was told and when, the newest 1000, so that tests see when the camera received a stop. */
public final class Commands {

    private static final int MOST = 1000;

    /** One order as it reached the camera, such as {@code stop} or {@code move pan=-0.5}. */
    public record Command(Instant at, String text) {}

    private final Clock clock;
    private final Queue<Command> newest = new ArrayDeque<>();
    private final List<Consumer<Command>> listeners = new CopyOnWriteArrayList<>();

    Commands(Clock clock) {
        this.clock = clock;
    }

    /** To be called on arrival, before the order is carried out or refused. */
    public void record(String text) {
        Command command;
        synchronized (newest) {
            command = new Command(clock.instant(), text);
            if (newest.size() == MOST) {
                newest.remove();
            }
            newest.add(command);
        }
        listeners.forEach(listener -> listener.accept(command));
    }

    /** Oldest first. */
    public List<Command> all() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }

    /** The texts only, oldest first. */
    public List<String> texts() {
        return all().stream().map(Command::text).toList();
    }

    public void clear() {
        synchronized (newest) {
            newest.clear();
        }
    }

    /** Told of each command on the thread that brings it, so it must not wait. */
    public void listen(Consumer<Command> listener) {
        listeners.add(listener);
    }
}
