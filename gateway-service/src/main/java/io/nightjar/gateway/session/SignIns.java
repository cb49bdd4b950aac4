// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import io.nightjar.gateway.users.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Signing in with a password, slowly enough that guessing is no use. Blocks while it computes. */
@Singleton
public class SignIns {

    /** What became of a try. */
    public sealed interface Outcome {
        /** The password was right. */
        record Accepted(Sessions.Opened opened, Caller caller) implements Outcome {}

        /** User or password was wrong; which of them is not told. */
        record Wrong() implements Outcome {}

        /** Nothing was looked at; the next try is possible after this time. */
        record Wait(Duration delay) implements Outcome {}
    }

    private final Users users;
    private final Sessions sessions;
    private final SignInLimiter limiter;

    SignIns(Users users, Sessions sessions, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.limiter = new SignInLimiter(clock);
    }

    public Outcome signIn(String address, String username, String password) {
        var delay = limiter.begin(address, username);
        if (!delay.isZero()) {
            return new Outcome.Wait(delay);
        }
        var user = users.verify(username, password);
        if (user.isEmpty()) {
            limiter.failed(address, username);
            return new Outcome.Wrong();
        }
        limiter.succeeded(address, username);
        var opened = sessions.open(user.get());
        return new Outcome.Accepted(opened, new Caller(user.get(), opened.session(), false));
    }

    /** Changes one's own password and ends one's other sessions; empty when that was done. */
    public Optional<Outcome> changePassword(String address, Caller caller, String current, String wanted) {
        var name = caller.user().name();
        var delay = limiter.begin(address, name);
        if (!delay.isZero()) {
            return Optional.of(new Outcome.Wait(delay));
        }
        if (users.verify(name, current).isEmpty()) {
            limiter.failed(address, name);
            return Optional.of(new Outcome.Wrong());
        }
        limiter.succeeded(address, name);
        users.changePassword(name, wanted);
        sessions.endOthers(caller.session());
        return Optional.empty();
    }
}
