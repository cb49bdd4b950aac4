// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.Door;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Open to everybody, or only to those with the right password or token. */
final class TestDoor implements Door {

    static final String PASSWORD = "p@ss word";

    final Queue<MediaPathName> wanted = new ConcurrentLinkedQueue<>();
    private volatile boolean guarded;

    TestDoor guarded() {
        guarded = true;
        return this;
    }

    @Override
    public Verdict mayPublish(MediaPathName path, Claim claim) {
        return verdict("ingest", claim);
    }

    @Override
    public Verdict mayRead(MediaPathName path, Claim claim) {
        if ("good-token".equals(claim.token())) {
            return Verdict.ALLOWED;
        }
        return "ingest".equals(claim.username()) ? Verdict.FORBIDDEN : verdict("viewer", claim);
    }

    private Verdict verdict(String user, Claim claim) {
        boolean known = user.equals(claim.username()) && PASSWORD.equals(claim.password());
        return !guarded || known ? Verdict.ALLOWED : Verdict.UNAUTHENTICATED;
    }

    @Override
    public Optional<String> passwordOf(String username) {
        return username.equals("viewer") || username.equals("ingest") ? Optional.of(PASSWORD) : Optional.empty();
    }

    @Override
    public CompletionStage<MediaPathName> wanted(MediaPathName path) {
        wanted.add(path);
        return path.stream().camera().value().equals("nobody")
                ? CompletableFuture.failedFuture(new NoSuchElementException("nobody"))
                : CompletableFuture.completedFuture(path);
    }
}
