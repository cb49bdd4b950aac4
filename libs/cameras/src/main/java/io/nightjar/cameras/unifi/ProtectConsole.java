// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.cameras.Turn;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A console that is signed in to by user and password. However many ask it, it sees one session; what it told about its
 * cameras a few seconds ago is not asked again, as that is megabytes long.
 */
public final class ProtectConsole {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ConsoleAddress console;
    private final ProtectSession session;
    private final Clock clock;
    private final Turn asking = new Turn();
    private volatile @Nullable Known known;

    public ProtectConsole(CameraHttp http, ConsoleAddress console, Credentials credentials, Clock clock) {
        this.console = console;
        this.session = new ProtectSession(http, console, credentials, clock);
        this.clock = clock;
    }

    /** How a session stands, for people and metrics. */
    public record Figures(boolean signedIn, long logins, long requests) {}

    private record Known(List<ConsoleCamera> cameras, Instant at) {}

    /** What the console offers; fails with {@link CameraFailure}. */
    public List<ConsoleCamera> cameras(Duration timeout) {
        return asking.take(timeout, () -> {
            var last = known;
            var current = last != null && clock.instant().isBefore(last.at().plus(FRESH)) ? last : described(timeout);
            known = current;
            return current.cameras();
        });
    }

    private Known described(Duration timeout) {
        var answer = session.send(ask("/proxy/protect/api/bootstrap"), timeout).orFail();
        return new Known(Bootstrap.cameras(ProtectJson.read(answer), console.host()), clock.instant());
    }

    /** A picture as the camera makes it now; fails with {@link CameraFailure}. */
    public byte[] snapshot(String camera, Duration timeout) {
        var path = "/proxy/protect/api/cameras/" + camera + "/snapshot?ts=" + clock.millis() + "&force=true";
        var answer = session.send(ask(path), timeout);
        if (answer.status() == 404 || answer.status() == 503) {
            throw new CameraFailure(
                    ErrorKind.NOT_FOUND, "The console has no picture of this camera; it may be offline or unknown.");
        }
        return answer.orFail().body();
    }

    /** The head of one of its cameras; nothing is asked yet. */
    public ProtectHead head(String camera) {
        return new SessionHead(console, session, camera);
    }

    /** Drops the session and what is known; the next question signs in anew. */
    public void recycle() {
        session.forget();
        known = null;
    }

    public Figures figures() {
        return new Figures(session.signedIn(), session.logins(), session.requests());
    }

    private HttpAsk ask(String path) {
        return HttpAsk.get(console.url(path), console.origin()).pinned(console.certificate());
    }
}
