// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;

/** Sorts the statuses of cameras into kinds with a sentence each. */
final class HttpStatus {

    private HttpStatus() {}

    static void check(int status) {
        if (status / 100 != 2) {
            throw failure(status);
        }
    }

    static CameraFailure failure(int status) {
        return switch (status) {
            case 401 ->
                new CameraFailure(ErrorKind.AUTH, "The camera asks for a user and a password, and none are set.");
            case 403 -> new CameraFailure(ErrorKind.AUTH, "The camera's account has no right to do this.");
            case 404, 410 -> new CameraFailure(ErrorKind.NOT_FOUND, "The camera has nothing at this path.");
            case 429, 503 -> new CameraFailure(ErrorKind.RESET, "The camera is busy or out of sessions.");
            case 502, 504 -> new CameraFailure(ErrorKind.RESET, "The camera's web service is restarting.");
            default -> new CameraFailure(ErrorKind.PROTOCOL, "The camera answered with status " + status + ".");
        };
    }
}
