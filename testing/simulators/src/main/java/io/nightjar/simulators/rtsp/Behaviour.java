// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import java.time.Duration;

/** How a camera behaves at present; written by whoever commands it, read by its encoders and connections. */
final class Behaviour {

    private static final Duration SLOW = Duration.ofSeconds(2);

    private volatile Command current = Command.NORMAL;

    void set(Command command) {
        current = command;
    }

    Command current() {
        return current;
    }

    boolean silent() {
        return current == Command.SILENT;
    }

    boolean rejecting() {
        return current == Command.WRONG_PASSWORD;
    }

    boolean frozen() {
        return current == Command.FREEZE;
    }

    boolean black() {
        return current == Command.BLACK;
    }

    boolean resized() {
        return current == Command.RESOLUTION;
    }

    boolean badTimestamps() {
        return current == Command.BAD_TIMESTAMPS;
    }

    Duration answerDelay() {
        return current == Command.SLOW_OPEN ? SLOW : Duration.ZERO;
    }
}
