// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;

/**
 * One sign-in.
 *
 * @param id the token's hash; names the session inside the gateway and opens nothing
 * @param lastSeen moves on with use; the session ends when it is left alone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Session(String id, String username, Instant created, Instant lastSeen) {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);

    public Instant expires() {
        var idle = lastSeen.plus(IDLE);
        var last = created.plus(LONGEST);
        return idle.isBefore(last) ? idle : last;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expires());
    }

    Session seen(Instant now) {
        return new Session(id, username, created, now);
    }

    @Override
    public String toString() {
        return "Session[" + username + "]";
    }
}
