// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.ContractsJson;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** What a failed internal call means to the caller. */
final class Failures {

    private Failures() {}

    /** The other service answered with a problem: it is passed on as it is. */
    static Problem refused(int status, Buffer body) {
        var kind = Problem.Kind.of(status);
        try {
            var document = ContractsJson.mapper().readValue(body.getBytes(), ProblemDocument.class);
            if (document != null && document.detail() != null) {
                return Problem.of(kind, document.detail())
                        .withTitle(document.title())
                        .withHint(document.hint())
                        .withFields(document.fields() == null ? Map.of() : document.fields());
            }
        } catch (IOException notAProblem) {
            return Problem.of(
                    kind, "Another service of Nightjar refused the call with status " + status + ".", notAProblem);
        }
        return Problem.of(kind, "Another service of Nightjar refused the call with status " + status + ".");
    }

    static Problem unreachable(Throwable failure) {
        return isTimeout(failure)
                ? Problem.of(
                        Problem.Kind.TIMEOUT, "Another service of Nightjar did not answer in time; try again.", failure)
                : Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "Another service of Nightjar is starting or cannot be reached; this mends itself, try again.",
                        failure);
    }

    private static boolean isTimeout(Throwable failure) {
        // The HTTP client has exceptions of its own for this, private and public ones, named alike.
        return failure instanceof TimeoutException
                || failure.getClass().getSimpleName().contains("Timeout");
    }
}
