// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Optional;

/** Tells failures from answers. Old firmware reports them with the status of success, so the body is always looked at. */
final class AmcrestErrors {

    private AmcrestErrors() {}

    static Optional<CameraFailure> failure(int status, String body) {
        var text = body.stripLeading();
        boolean said = text.startsWith("Error") || text.startsWith("Invalid");
        if (status / 100 == 2 && !said) {
            return Optional.empty();
        }
        return Optional.of(text.contains("Auth") || text.contains("Locked") ? unauthorized(text) : refused(status));
    }

    private static CameraFailure unauthorized(String text) {
        return new CameraFailure(
                ErrorKind.AUTH,
                text.contains("Locked")
                        ? "The camera has locked this account after wrong passwords; it opens again by itself."
                        : "The camera's account has no right to do this.");
    }

    private static CameraFailure refused(int status) {
        return switch (status) {
            case 401 ->
                new CameraFailure(ErrorKind.AUTH, "The camera asks for a user and a password, and none are set.");
            case 200, 400, 404, 501 -> new CameraFailure(ErrorKind.NOT_FOUND, "This model does not know the command.");
            case 503 -> new CameraFailure(ErrorKind.RESET, "The camera is busy.");
            default -> new CameraFailure(ErrorKind.PROTOCOL, "The camera answered with status " + status + ".");
        };
    }
}
