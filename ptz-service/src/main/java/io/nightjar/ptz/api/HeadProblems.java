// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.head.Failure;
import io.nightjar.ptz.head.Reply;
import java.util.Map;

/** Says why a head did not do what it was told. The field {@code error} keeps the kind of the camera's failure. */
final class HeadProblems {

    private HeadProblems() {}

    static Problem of(CameraFailure failure) {
        return of(new Failure(failure.kind(), failure.sentence()));
    }

    static Problem of(Failure failure) {
        var kind =
                switch (failure.kind()) {
                    case NOT_FOUND -> Problem.Kind.NOT_FOUND;
                    case TIMEOUT -> Problem.Kind.TIMEOUT;
                    case UNSUPPORTED -> Problem.Kind.UNSUPPORTED;
                    case AUTH, CONFIG, FORBIDDEN_ADDRESS -> Problem.Kind.CONFLICT;
                    case INTERNAL -> Problem.Kind.INTERNAL;
                    default -> Problem.Kind.CAMERA_UNREACHABLE;
                };
        return document(kind, failure);
    }

    /** The stop is not given up, and whoever asked for it has to know that. */
    static Problem ofStop(Failure failure) {
        var problem = document(Problem.Kind.CAMERA_UNREACHABLE, failure);
        return failure.kind().hint().isEmpty() ? problem : problem.withTitle("The camera has not confirmed the stop");
    }

    static Problem of(Reply.Refused refused) {
        return Problem.of(refused.kind(), refused.sentence()).withHint(refused.hint());
    }

    private static Problem document(Problem.Kind kind, Failure failure) {
        return Problem.of(kind, failure.sentence())
                .withHint(failure.kind().hint())
                .withFields(Map.of("error", failure.kind().wire()));
    }
}
