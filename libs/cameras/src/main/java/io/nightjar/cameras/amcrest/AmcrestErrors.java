// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Optional;

/** Tells failures from answers. Old firmware reports them with the status of success, so the body is always looked at. */
final class AmcrestErrors {

    /** As the client for cameras says it too. */
    private static final String LOCKED =
            "The camera has locked this account after wrong passwords; it opens again by itself.";

    private AmcrestErrors() {}

    /** Whether user or password were refused; each such answer brings the account nearer to being locked. */
    static Optional<CameraFailure> refusal(int status, String body) {
        if (isError(status, body) && body.contains("Locked")) {
            return Optional.of(new CameraFailure(ErrorKind.AUTH, LOCKED));
        }
        if (isError(status, body) && body.contains("Invalid Authority")) {
            return Optional.of(new CameraFailure(ErrorKind.AUTH, "The camera refused the user or the password."));
        }
        return status == 401
                ? Optional.of(new CameraFailure(
                        ErrorKind.AUTH, "The camera asks for a user and a password, and none are set."))
                : Optional.empty();
    }

    /** What else an answer complains about. */
    static Optional<CameraFailure> failure(int status, String body) {
        if (!isError(status, body)) {
            return Optional.empty();
        }
        return Optional.of(
                body.contains("Auth")
                        ? new CameraFailure(ErrorKind.AUTH, "The camera's account has no right to do this.")
                        : refused(status));
    }

    static boolean isLocked(CameraFailure failure) {
        return failure.sentence().equals(LOCKED);
    }

    private static boolean isError(int status, String body) {
        var text = body.stripLeading();
        return status / 100 != 2 || text.startsWith("Error") || text.startsWith("Invalid");
    }

    private static CameraFailure refused(int status) {
        return switch (status) {
            case 200, 400, 404, 501 -> new CameraFailure(ErrorKind.NOT_FOUND, "This model does not know the command.");
            case 503 -> new CameraFailure(ErrorKind.RESET, "The camera is busy.");
            default -> new CameraFailure(ErrorKind.PROTOCOL, "The camera answered with status " + status + ".");
        };
    }
}
