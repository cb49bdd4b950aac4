// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine;

import io.nightjar.contracts.stream.MediaPathName;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decides who may publish and read, asked on every protocol. Whoever embeds the engine answers. */
public interface Door {

    /** What a client showed: a user and password, a token, or nothing. Its text form shows none of it. */
    record Claim(
            @Nullable String username,
            @Nullable String password,
            @Nullable String token) {

        public static final Claim NONE = new Claim(null, null, null);

        @Override
        public String toString() {
            return "Claim[hidden]";
        }
    }

    enum Verdict {
        ALLOWED,
        /** Nothing, or nothing valid, was shown: ask for it. */
        UNAUTHENTICATED,
        /** Known, and not allowed. */
        FORBIDDEN
    }

    Verdict mayPublish(MediaPathName stream, Claim claim);

    Verdict mayRead(MediaPathName stream, Claim claim);

    /** The password a user must prove by digest, where the protocol never shows it; empty for an unknown user. */
    Optional<String> passwordOf(String username);

    /**
     * Somebody wants to read a stream: answers which path really carries it (roles may share a source) once it is
     * expected to come, and asks for an on-demand stream to be opened. Fails with NoSuchElementException for a camera
     * that does not exist.
     */
    CompletionStage<MediaPathName> wanted(MediaPathName stream);
}
