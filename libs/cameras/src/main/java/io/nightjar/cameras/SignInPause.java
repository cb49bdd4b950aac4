// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps a refused or throttled device from being asked again too soon: that would lock the account or lengthen the wait. */
public final class SignInPause {

    private static final Duration FIRST_REFUSED = Duration.ofSeconds(60);
    private static final Duration REFUSED = Duration.ofMinutes(5);
    private static final Duration THROTTLED = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private @Nullable CameraFailure reason;
    private Instant until = Instant.MIN;
    private int inARow;

    public SignInPause(Clock clock) {
        this.clock = clock;
    }

    /** Fails as the last attempt did, while it is too early for the next. */
    public synchronized void check() {
        var last = reason;
        if (last != null && clock.instant().isBefore(until)) {
            throw new CameraFailure(last.kind(), last.sentence(), last);
        }
    }

    /**
     * Remembers a failure, and gives it back to be thrown.
     *
     * @param asked how long the device wants to be left alone; null where it did not say
     */
    public synchronized CameraFailure after(CameraFailure failure, @Nullable Duration asked) {
        inARow++;
        if (failure.kind() == ErrorKind.AUTH) {
            wait(failure, inARow == 1 ? FIRST_REFUSED : REFUSED);
        } else if (failure.kind() == ErrorKind.RESET) {
            var own = THROTTLED.multipliedBy(1L << Math.min(inARow - 1, 4));
            wait(failure, asked == null ? own : asked);
        }
        return failure;
    }

    /** A sign-in succeeded. */
    public synchronized void over() {
        reason = null;
        until = Instant.MIN;
        inARow = 0;
    }

    private void wait(CameraFailure failure, Duration duration) {
        reason = failure;
        until = clock.instant().plus(duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
    }
}
