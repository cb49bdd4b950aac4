// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.SignInPause;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.cameras.Turn;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Keeps an account from being locked by five wrong tries: until the camera has accepted the password, questions are asked
 * one after the other, and after a refusal nothing is asked for a while.
 */
final class AmcrestSignIn {

    private final SignInPause pause;
    private final Turn first = new Turn();
    private final AtomicBoolean accepted = new AtomicBoolean();

    AmcrestSignIn(Clock clock) {
        this.pause = new SignInPause(clock);
    }

    /** Whether the camera accepted the password the last time. */
    boolean accepted() {
        return accepted.get();
    }

    /**
     * Asks, unless that is hopeless at present.
     *
     * @param overtakes never waits for what others ask
     * @param request fails with AUTH only where user or password were refused
     */
    <T> T within(Duration timeout, boolean overtakes, Function<Duration, T> request) {
        var time = TimeLeft.of(timeout);
        pause.check();
        if (accepted.get()) {
            return known(time, request);
        }
        return overtakes ? sent(time, request) : first.take(time.left(), () -> sent(time, request));
    }

    /** Cameras that are asked much at once refuse a password that they know: it is tried once more. */
    private <T> T known(TimeLeft time, Function<Duration, T> request) {
        try {
            return request.apply(time.left());
        } catch (CameraFailure refused) {
            if (refused.kind() != ErrorKind.AUTH) {
                throw refused;
            }
            if (AmcrestErrors.isLocked(refused) || !accepted.compareAndSet(true, false)) {
                throw paused(refused);
            }
            return sent(time, request);
        }
    }

    private <T> T sent(TimeLeft time, Function<Duration, T> request) {
        pause.check();
        try {
            var answer = request.apply(time.left());
            accepted.set(true);
            pause.over();
            return answer;
        } catch (CameraFailure failure) {
            throw failure.kind() == ErrorKind.AUTH ? paused(failure) : failure;
        }
    }

    private CameraFailure paused(CameraFailure refused) {
        accepted.set(false);
        return pause.after(refused, null);
    }
}
