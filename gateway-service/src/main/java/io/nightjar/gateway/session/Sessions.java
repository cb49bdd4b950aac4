// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.Users;
import io.nightjar.kit.Home;
import io.nightjar.kit.StateFile;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Who is signed in. Survives a restart of the gateway; of a token only its hash is kept. */
@Singleton
public class Sessions {
    /** How exact "last seen" is; a finer one would write to disk for nothing. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);
    private static final int MOST_PER_USER = 100;

    /** A new session with the token that opens it, which is known at this moment only. */
    public record Opened(SessionToken token, Session session) {}

    private final StateFile<List<Session>> file;
    private final Users users;
    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final List<Consumer<Session>> endListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean touched = new AtomicBoolean();

    @Inject
    Sessions(Home home, Users users, Clock clock, Vertx vertx) {
        this(home, users, clock);
        vertx.setPeriodic(HOUSEKEEPING.toMillis(), timer -> vertx.executeBlocking(this::keepHouse));
    }

    Sessions(Home home, Users users, Clock clock) {
        this.file = new StateFile<>(home.state("gateway").resolve("sessions.json"), new TypeReference<>() {});
        this.users = users;
        this.clock = clock;
        file.read().orElse(List.of()).forEach(session -> sessions.put(session.id(), session));
        users.onChange(name -> endAll(session -> session.username().equals(name)));
    }

    Opened open(User user) {
        var token = SessionToken.random();
        var now = clock.instant();
        var session = new Session(token.hash(), user.name(), now, now);
        var surplus = sessions.values().stream()
                .filter(other -> other.username().equals(user.name()))
                .sorted(Comparator.comparing(Session::lastSeen).reversed())
                .skip(MOST_PER_USER - 1L)
                .toList();
        endAll(surplus::contains);
        sessions.put(session.id(), session);
        save();
        return new Opened(token, session);
    }

    /** The one who holds this token, if the session is still good; using it keeps it alive. */
    Optional<Caller> find(SessionToken token, boolean byCookie) {
        return current(token.hash(), byCookie);
    }

    /** The same caller as things are now: the role may have changed, the session may have ended. */
    public Optional<Caller> refreshed(Caller caller) {
        return current(caller.session().id(), caller.byCookie());
    }

    public void end(Session session) {
        endAll(other -> other.id().equals(session.id()));
    }

    /** Ends all others of the same user, as after a changed password. */
    void endOthers(Session kept) {
        endAll(other -> other.username().equals(kept.username()) && !other.id().equals(kept.id()));
    }

    /** Told each session that ended: channels that it opened must close. */
    public void onEnd(Consumer<Session> listener) {
        endListeners.add(listener);
    }

    void stop(@Observes ShutdownEvent event) {
        save();
    }

    Boolean keepHouse() {
        var now = clock.instant();
        endAll(session -> session.isOver(now));
        if (touched.compareAndSet(true, false)) {
            save();
        }
        return true;
    }

    private Optional<Caller> current(String id, boolean byCookie) {
        var now = clock.instant();
        var session = sessions.get(id);
        if (session == null || session.isOver(now)) {
            return Optional.empty();
        }
        var seen = seen(session, now);
        return users.find(session.username()).map(user -> new Caller(user, seen, byCookie));
    }

    private Session seen(Session session, Instant now) {
        if (session.lastSeen().plus(GRAIN).isAfter(now)) {
            return session;
        }
        var seen = session.seen(now);
        if (sessions.replace(session.id(), session, seen)) {
            touched.set(true);
        }
        return seen;
    }

    private void endAll(Predicate<Session> which) {
        var ended = sessions.values().stream()
                .filter(which)
                .filter(session -> sessions.remove(session.id()) != null)
                .toList();
        if (!ended.isEmpty()) {
            save();
        }
        ended.forEach(session -> endListeners.forEach(listener -> listener.accept(session)));
    }

    private synchronized void save() {
        file.write(List.copyOf(sessions.values()));
    }
}
