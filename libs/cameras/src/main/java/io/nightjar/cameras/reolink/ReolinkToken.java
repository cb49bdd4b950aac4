// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.SignInPause;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.cameras.Turn;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The session's token: leased, renewed a few minutes before its lease ends, given back at the end. A new one is there
 * before the old one is given back, so that nobody waits for a renewal who has a token that still works.
 */
final class ReolinkToken {

    private static final Duration BEFORE_END = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    /** How long an order that cannot wait lets another's sign-in go on before it signs in by itself. */
    private static final Duration COURTESY = Duration.ofMillis(500);

    private final ReolinkWire wire;
    private final Credentials credentials;
    private final Clock clock;
    private final SignInPause pause;
    private final Turn turn = new Turn();
    private final AtomicReference<@Nullable Lease> lease = new AtomicReference<>();
    private volatile boolean closed;

    private record Lease(String token, Instant renewal, Instant end) {}

    ReolinkToken(ReolinkWire wire, Credentials credentials, Clock clock) {
        this.wire = wire;
        this.credentials = credentials;
        this.clock = clock;
        this.pause = new SignInPause(clock);
    }

    String current(TimeLeft time) {
        var now = lease.get();
        return now != null && isFresh(now) ? now.token() : turn.take(time.left(), () -> valid(time));
    }

    /** One that works, however old; waits for a sign-in of others no longer than is polite. */
    String soonest(TimeLeft time) {
        var now = lease.get();
        if (now != null && clock.instant().isBefore(now.end())) {
            return now.token();
        }
        try {
            return turn.take(COURTESY, () -> valid(time));
        } catch (CameraFailure failure) {
            if (failure.kind() != ErrorKind.TIMEOUT) {
                throw failure;
            }
            return renewed(time);
        }
    }

    private String valid(TimeLeft time) {
        var now = lease.get();
        return now != null && isFresh(now) ? now.token() : renewed(time);
    }

    private boolean isFresh(Lease now) {
        return clock.instant().isBefore(now.renewal());
    }

    private String renewed(TimeLeft time) {
        var fresh = signedIn(time);
        var old = lease.getAndSet(fresh);
        if (old != null) {
            signOut(old);
        }
        if (closed) {
            giveBack();
        }
        return fresh.token();
    }

    /** Where all sessions are taken, our own old one makes room. */
    private Lease signedIn(TimeLeft time) {
        if (closed) {
            throw new CameraFailure(ErrorKind.RESET, "The session with the camera has ended.");
        }
        pause.check();
        var answer = login(time);
        var old = lease.get();
        if (old != null && answer.noSessionLeft()) {
            signOut(old);
            answer = login(time);
        }
        answer.failure().ifPresent(failure -> {
            throw pause.after(failure, null);
        });
        return lease(answer);
    }

    private ReolinkAnswer login(TimeLeft time) {
        var user = Map.of("Version", "0", "userName", credentials.username(), "password", credentials.password());
        var command = ReolinkCommand.of("Login", Map.of("User", user));
        return wire.send(List.of(command), "", time.left(), true).getFirst();
    }

    private Lease lease(ReolinkAnswer answer) {
        var token = answer.value().path("Token");
        var name = token.path("name").asText("");
        if (name.isEmpty()) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "The camera signed in without giving a session.");
        }
        pause.over();
        long seconds = Math.clamp(token.path("leaseTime").asLong(3600), 0L, LONGEST_LEASE.toSeconds());
        var end = clock.instant().plusSeconds(seconds);
        var renewal = end.minus(BEFORE_END);
        return new Lease(name, renewal, end);
    }

    /** The camera no longer knows this token. */
    void forget(String token) {
        lease.updateAndGet(now -> now != null && now.token().equals(token) ? null : now);
    }

    /** For good. */
    void close() {
        closed = true;
        giveBack();
    }

    private void giveBack() {
        var now = lease.getAndSet(null);
        if (now != null) {
            signOut(now);
        }
    }

    /** Whatever is answered, the token is not used again; a session that is not given back ends by itself. */
    private void signOut(Lease old) {
        lease.compareAndSet(old, null);
        try {
            wire.post(List.of(ReolinkCommand.of("Logout")), "&token=" + old.token(), GOODBYE, true);
        } catch (CameraFailure unheard) {
            // The camera is away, and its session with it.
        }
    }

    Map<String, Object> userParameter() {
        return Map.of("User", Map.of("userName", credentials.username()));
    }
}
