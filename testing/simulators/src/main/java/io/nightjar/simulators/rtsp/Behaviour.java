// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import java.time.Duration;

/** How a camera behaves at present; written by whoever commands it, read by its encoders and doors. */
public final class Behaviour {

    private static final Duration SLOW = Duration.ofSeconds(2);

    private volatile Command current = Command.NORMAL;

    public void set(Command command) {
        current = command;
    }

    public Command current() {
        return current;
    }

    public boolean silent() {
        return current == Command.SILENT;
    }

    public boolean rejecting() {
        return current == Command.WRONG_PASSWORD;
    }

    public boolean frozen() {
        return current == Command.FREEZE;
    }

    public boolean black() {
        return current == Command.BLACK;
    }

    public boolean resized() {
        return current == Command.RESOLUTION;
    }

    public boolean badTimestamps() {
        return current == Command.BAD_TIMESTAMPS;
    }

    public Duration answerDelay() {
        return current == Command.SLOW_OPEN ? SLOW : Duration.ZERO;
    }
}
