// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What sessions hold open: sockets, event streams, pictures, WebRTC. Ends with the session. */
@Singleton
public class OpenChannels {

    /** Takes a channel off the list; it closed by itself. */
    public interface Entry {
        void remove();
    }

    private final Map<String, Set<Runnable>> channels = new ConcurrentHashMap<>();

    OpenChannels(Sessions sessions) {
        sessions.onEnd(this::close);
    }

    /** @param close called once, on any thread, when the session ends first */
    public Entry add(Caller caller, Runnable close) {
        var id = caller.session().id();
        channels.compute(id, (key, open) -> {
            var set = open == null ? ConcurrentHashMap.<Runnable>newKeySet() : open;
            set.add(close);
            return set;
        });
        return () -> channels.computeIfPresent(id, (key, open) -> {
            open.remove(close);
            return open.isEmpty() ? null : open;
        });
    }

    private void close(Session session) {
        var open = channels.remove(session.id());
        if (open != null) {
            open.forEach(Runnable::run);
        }
    }
}
