// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.simulators.device.LoginLock;
import io.nightjar.simulators.device.Switches;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in to the command interface. Safe for many threads. */
final class ReolinkSessions {

    private final @Nullable Credentials credentials;
    private final int most;
    private final Duration lease;
    private final LoginLock lock;
    private final Switches<ReolinkSwitch> switches;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> tokens = new HashMap<>();
    private int logins;

    ReolinkSessions(
            @Nullable Credentials credentials,
            int most,
            Duration lease,
            LoginLock lock,
            Switches<ReolinkSwitch> switches,
            Clock clock) {
        this.credentials = credentials;
        this.most = most;
        this.lease = lease;
        this.lock = lock;
        this.switches = switches;
        this.clock = clock;
    }

    /** A new token, or why there is none. */
    record Login(@Nullable String token, @Nullable ReolinkError error) {}

    synchronized Login logIn(String user, String password) {
        var error = refusal(user, password);
        if (error.isPresent()) {
            return new Login(null, error.get());
        }
        forgetExpired();
        if (tokens.size() >= most || switches.isOn(ReolinkSwitch.SESSIONS_FULL)) {
            return new Login(null, ReolinkError.MAX_SESSION);
        }
        var bytes = new byte[8];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        tokens.put(token, clock.instant().plus(lease));
        logins++;
        return new Login(token, null);
    }

    /** Why these credentials are not accepted; empty when they are. */
    synchronized Optional<ReolinkError> refusal(String user, String password) {
        var known = credentials;
        if (known == null) {
            return Optional.empty();
        }
        if (lock.locked() || switches.isOn(ReolinkSwitch.LOGIN_LOCKED)) {
            return Optional.of(ReolinkError.LOGIN_LOCKED);
        }
        if (!user.equals(known.username())) {
            return Optional.of(ReolinkError.INVALID_USER);
        }
        if (!password.equals(known.password())) {
            lock.failed();
            return Optional.of(ReolinkError.LOGIN_FAILED);
        }
        lock.succeeded();
        return Optional.empty();
    }

    synchronized boolean valid(String token) {
        forgetExpired();
        return tokens.containsKey(token);
    }

    synchronized void logOut(String token) {
        tokens.remove(token);
    }

    /** All sessions end now, as after a restart of the camera. */
    synchronized void expire() {
        tokens.clear();
    }

    private void forgetExpired() {
        var now = clock.instant();
        tokens.values().removeIf(until -> !now.isBefore(until));
    }

    long leaseSeconds() {
        return lease.toSeconds();
    }

    synchronized int open() {
        forgetExpired();
        return tokens.size();
    }

    synchronized int logins() {
        return logins;
    }
}
