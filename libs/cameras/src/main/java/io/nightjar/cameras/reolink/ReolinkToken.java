// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.SignInPause;
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

/** The session's token: leased, renewed a few minutes before its lease ends, given back at the end. */
final class ReolinkToken {

    private static final Duration BEFORE_END = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final ReolinkWire wire;
    private final Credentials credentials;
    private final Clock clock;
    private final SignInPause pause;
    private final Turn turn = new Turn();
    private final AtomicReference<@Nullable Lease> lease = new AtomicReference<>();

    private record Lease(String token, Instant renewal) {}

    ReolinkToken(ReolinkWire wire, Credentials credentials, Clock clock) {
        this.wire = wire;
        this.credentials = credentials;
        this.clock = clock;
        this.pause = new SignInPause(clock);
    }

    String current() {
        return turn.take(WAIT, this::valid);
    }

    private String valid() {
        var now = lease.get();
        if (now != null && clock.instant().isBefore(now.renewal())) {
            return now.token();
        }
        if (now != null) {
            signOut(now);
        }
        var fresh = signIn();
        lease.set(fresh);
        return fresh.token();
    }

    /** The camera no longer knows this token. */
    void forget(String token) {
        lease.updateAndGet(now -> now != null && now.token().equals(token) ? null : now);
    }

    void giveBack() {
        var now = lease.get();
        if (now != null) {
            signOut(now);
        }
    }

    Map<String, Object> userParameter() {
        return Map.of("User", Map.of("userName", credentials.username()));
    }

    private Lease signIn() {
        pause.check();
        var user = Map.of("Version", "0", "userName", credentials.username(), "password", credentials.password());
        var answer = wire.send(List.of(ReolinkCommand.of("Login", Map.of("User", user))), "")
                .getFirst();
        answer.failure().ifPresent(failure -> {
            throw pause.after(failure, null);
        });
        var token = answer.value().path("Token");
        var name = token.path("name").asText("");
        if (name.isEmpty()) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "The camera signed in without giving a session.");
        }
        pause.over();
        long seconds = Math.clamp(token.path("leaseTime").asLong(3600), 0L, LONGEST_LEASE.toSeconds());
        var kept = Duration.ofSeconds(seconds).minus(BEFORE_END);
        return new Lease(name, clock.instant().plus(kept.isNegative() ? Duration.ZERO : kept));
    }

    /** Whatever is answered, the token is not used again; a session that is not given back ends by itself. */
    private void signOut(Lease old) {
        lease.compareAndSet(old, null);
        try {
            wire.post(List.of(ReolinkCommand.of("Logout")), "&token=" + old.token());
        } catch (CameraFailure unheard) {
            // The camera is away, and its session with it.
        }
    }
}
