// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.MediaException;

/** What libav says, for people. Its own text stays with the cause: it may quote what a camera sent. */
final class Sentences {

    private Sentences() {}

    static CameraFailure of(MediaException failure) {
        return new CameraFailure(failure.kind(), failure.sentence().orElseGet(() -> sentence(failure.kind())), failure);
    }

    private static String sentence(ErrorKind kind) {
        return switch (kind) {
            case AUTH -> "The camera refused the user or the password.";
            case REFUSED -> "The camera refused the connection.";
            case NO_ROUTE -> "There is no way to the camera's network.";
            case TIMEOUT -> "The camera did not answer in time.";
            case DNS -> "The camera's name could not be resolved.";
            case TLS -> "The camera's encrypted connection could not be set up.";
            case NOT_FOUND -> "The camera has no stream at this path.";
            case CODEC -> "The camera sends its picture in a format that is not understood.";
            case PROTOCOL -> "The camera answered in a way that is not understood.";
            case RESET -> "The camera closed the connection.";
            case SHORT_READ -> "The connection broke in the middle of a frame.";
            case EOF -> "The camera ended the stream.";
            case NO_FRAMES -> "The camera answered, but no picture came.";
            case FORBIDDEN_ADDRESS -> "The address is not dialled.";
            case CONFIG -> "The stream cannot be opened as configured.";
            case MEDIA_PLANE -> "The media server cannot be reached.";
            case UNSUPPORTED -> "The camera cannot do what is asked of it.";
            case INTERNAL -> "The stream failed for a reason that is not understood.";
        };
    }
}
