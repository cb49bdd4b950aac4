// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.head.CommandMetrics;
import io.nightjar.ptz.head.Failure;
import io.nightjar.ptz.head.Head;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a camera what moves nothing, on the caller's virtual thread. Measured like orders. */
final class Asked {

    private final CommandMetrics metrics;

    Asked(CommandMetrics metrics) {
        this.metrics = metrics;
    }

    <T> T of(Head head, String command, Function<PtzDriver, T> question) {
        long began = System.nanoTime();
        try {
            var answer = question.apply(head.driver());
            measured(head, command, began, null);
            return answer;
        } catch (CameraFailure failure) {
            var why = new Failure(failure.kind(), failure.sentence());
            measured(head, command, began, why);
            throw HeadProblems.of(failure);
        }
    }

    void tell(Head head, String command, java.util.function.Consumer<PtzDriver> order) {
        of(head, command, driver -> {
            order.accept(driver);
            return true;
        });
    }

    private void measured(Head head, String command, long began, @Nullable Failure failure) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (!command.equals("position")) {
            head.heard(failure);
        }
        var driver = head.status().driver();
        metrics.answered(driver == null ? "unknown" : driver, command, failure, took);
    }

    static void need(Head head, boolean can, String what) {
        // Before the camera has said what it can, it answers for itself.
        if (head.isKnown() && !can) {
            throw Problem.unsupported("This camera cannot " + what + ".")
                    .withHint("Its maker may offer a newer firmware, or another model can.");
        }
    }
}
