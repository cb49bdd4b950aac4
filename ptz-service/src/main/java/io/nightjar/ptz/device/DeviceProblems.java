// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.kit.Problem;
import java.util.Map;

/** Says a device's failure as a problem. The field {@code error} keeps its kind for services that ask. */
final class DeviceProblems {

    private DeviceProblems() {}

    static Problem of(CameraFailure failure) {
        var kind =
                switch (failure.kind()) {
                    case NOT_FOUND -> Problem.Kind.NOT_FOUND;
                    case TIMEOUT -> Problem.Kind.TIMEOUT;
                    case AUTH, CONFIG, FORBIDDEN_ADDRESS -> Problem.Kind.CONFLICT;
                    default -> Problem.Kind.CAMERA_UNREACHABLE;
                };
        return Problem.of(kind, failure.sentence(), failure)
                .withHint(failure.kind().hint())
                .withFields(Map.of("error", failure.kind().wire()));
    }
}
