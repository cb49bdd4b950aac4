// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.stream.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Short-lived permission to read one stream: gateway mints it, packager verifies it, neither asks the other. */
public final class MediaTokens {

    /** What a valid token grants. */
    public record Grant(String subject, StreamId stream, Instant expires) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Claims(String sub, String cam, String role, String act, long exp) {}

    private static final String READ = "read";

    private final MediaKeys keys;
    private final Clock clock;

    public MediaTokens(Home home, Clock clock) {
        this.keys = new MediaKeys(home.keys());
        this.clock = clock;
    }

    /** Makes the keys if they are missing, so that verifiers find theirs before the first token. */
    public void prepare() {
        keys.signing();
    }

    public String mint(String subject, StreamId stream, Duration life) {
        var expires = clock.instant().plus(life).getEpochSecond();
        return CompactJws.sign(
                new Claims(subject, stream.camera().value(), stream.role().wire(), READ, expires), keys.signing());
    }

    /** What the token grants; empty when it is not ours, changed, expired or anything but a read token. */
    public Optional<Grant> verify(String token) {
        return keys.verifying()
                .flatMap(key -> CompactJws.verify(token, key, Claims.class))
                .filter(claims -> READ.equals(claims.act()))
                .filter(claims -> clock.instant().getEpochSecond() < claims.exp())
                .flatMap(MediaTokens::grant);
    }

    private static Optional<Grant> grant(Claims claims) {
        return StreamId.parse(claims.cam() + "/" + claims.role())
                .map(stream -> new Grant(claims.sub(), stream, Instant.ofEpochSecond(claims.exp())));
    }
}
