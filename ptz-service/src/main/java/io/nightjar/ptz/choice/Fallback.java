// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Comparator;
import java.util.List;

/** What failures say about a language. */
final class Fallback {

    /** From the most telling down: what a person can mend, then what was answered, then what was not. */
    private static final List<ErrorKind> TELLING = List.of(
            ErrorKind.AUTH,
            ErrorKind.FORBIDDEN_ADDRESS,
            ErrorKind.CONFIG,
            ErrorKind.TLS,
            ErrorKind.RESET,
            ErrorKind.PROTOCOL,
            ErrorKind.TIMEOUT,
            ErrorKind.NOT_FOUND,
            ErrorKind.UNSUPPORTED,
            ErrorKind.REFUSED,
            ErrorKind.NO_ROUTE,
            ErrorKind.DNS);

    private Fallback() {}

    /**
     * Whether the camera does not speak it any more, or is not spoken to where it should. A wrong password is wrong in every
     * language, and another try might lock the account.
     *
     * @param inARow timeouts without an answer in between, this one included
     */
    static boolean languageGone(CameraFailure failure, int inARow) {
        return switch (failure.kind()) {
            case REFUSED, NOT_FOUND, PROTOCOL, UNSUPPORTED -> true;
            case TIMEOUT -> inARow >= 2;
            default -> false;
        };
    }

    /** Nothing answers there, as opposed to something that does not want to. */
    static boolean lineGone(CameraFailure failure, int inARow) {
        return failure.kind() == ErrorKind.REFUSED || (failure.kind() == ErrorKind.TIMEOUT && inARow >= 2);
    }

    /** Whether the camera may have done what it was asked although the call failed. */
    static boolean mayHaveMoved(CameraFailure failure) {
        return switch (failure.kind()) {
            case AUTH, REFUSED, NO_ROUTE, DNS, CONFIG, FORBIDDEN_ADDRESS, NOT_FOUND, UNSUPPORTED -> false;
            default -> true;
        };
    }

    static CameraFailure mostTelling(List<CameraFailure> failures) {
        return failures.stream()
                .min(Comparator.comparingInt(failure -> rank(failure.kind())))
                .orElseThrow();
    }

    private static int rank(ErrorKind kind) {
        int at = TELLING.indexOf(kind);
        return at < 0 ? TELLING.size() : at;
    }
}
