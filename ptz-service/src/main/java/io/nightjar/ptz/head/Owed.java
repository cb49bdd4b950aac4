// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Instant;

/**
 * A stop that the camera has not confirmed.
 *
 * @param attempts that failed
 * @param again when it is said again
 * @param doubted a motion whose answer was lost may have been carried out
 */
record Owed(int attempts, Instant again, boolean doubted) {

    Owed again(int tried, Instant when) {
        return new Owed(tried, when, doubted);
    }
}
