// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import java.time.Duration;

/** Lets time pass: a rate is measured over a while, and there is no event at its end. */
final class Pause {

    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted", interrupted);
        }
    }
}
