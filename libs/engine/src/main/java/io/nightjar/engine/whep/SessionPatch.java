// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.whep.WhepException.Kind;
import org.jspecify.annotations.Nullable;

/** What a player may change about its session: nothing but its candidates (RFC 8840 fragments). */
final class SessionPatch {

    private SessionPatch() {}

    static void check(SessionNames names, @Nullable String ifMatch, String fragment) {
        if (ifMatch == null) {
            throw new WhepException(
                    Kind.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the answer, so that we know what you patch.");
        }
        if (ifMatch.strip().equals("*")) {
            throw restart();
        }
        if (!ifMatch.strip().equals(names.etag())) {
            throw new WhepException(Kind.PRECONDITION_FAILED, "The ETag is not this session's; connect again.");
        }
        if (fragment.lines().noneMatch(line -> line.startsWith("a=") || line.startsWith("m="))) {
            throw new WhepException(Kind.BAD_OFFER, "The body is not an SDP fragment with ICE candidates.");
        }
        fragment.lines()
                .filter(line -> line.startsWith("a=ice-ufrag:"))
                .map(line -> line.substring("a=ice-ufrag:".length()).strip())
                .filter(other -> !other.equals(names.playerFragment()))
                .findFirst()
                .ifPresent(other -> {
                    throw restart();
                });
    }

    private static WhepException restart() {
        return new WhepException(
                Kind.UNPROCESSABLE, "ICE restart is not supported; a lost player connects again with a new offer.");
    }
}
