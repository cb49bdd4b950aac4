// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.rtsp.RtspException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Turns why a stream cannot be had into what the player is told. */
final class Failures {

    private Failures() {}

    static Throwable notFound(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case NoSuchElementException unknown -> new RtspException(404, "There is no such camera");
            case TimeoutException late -> new RtspException(404, "The camera is not live now");
            default -> cause;
        };
    }
}
