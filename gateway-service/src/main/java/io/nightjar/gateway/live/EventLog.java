// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.policy.Action;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The last few thousand events in order, for those who were away for a moment, and whoever listens now. */
@Singleton
public class EventLog {
    private static final int CAPACITY = 4096;
    private static final Pattern ID = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})");

    /** Ends a subscription. */
    public interface Listening {
        void stop();
    }

    /** Numbers of another life of this gateway mean nothing in this one. */
    private final String life = UUID.randomUUID().toString().substring(0, 8);

    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    void publish(String type, CameraSpec camera, String json, @Nullable String detailed) {
        publish(type, Action.CAMERA_READ, camera, json, detailed);
    }

    /** @param needs what one must be allowed to do to hear of it */
    synchronized void publish(String type, Action needs, CameraSpec camera, String json, @Nullable String detailed) {
        var event = new LiveEvent(++last, type, needs, camera, json, detailed);
        events.addLast(event);
        if (events.size() > CAPACITY) {
            events.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Listeners are called in order, while the log waits: they hand the event on and return. */
    public synchronized Listening listen(Consumer<LiveEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public String id(LiveEvent event) {
        return life + "-" + event.number();
    }

    public synchronized String newestId() {
        return life + "-" + last;
    }

    /** All events after that one; empty when it is not known any more, so that only a full picture helps. */
    public synchronized Optional<List<LiveEvent>> after(String id) {
        var matcher = ID.matcher(id);
        if (!matcher.matches() || !matcher.group(1).equals(life)) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(2));
        long oldest = events.isEmpty() ? last + 1 : events.getFirst().number();
        if (number > last || number < oldest - 1) {
            return Optional.empty();
        }
        return Optional.of(
                events.stream().filter(event -> event.number() > number).toList());
    }
}
