// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.ptz.driver.PtzDriver;
import java.util.ArrayList;
import java.util.List;

/**
 * In which languages a head was set moving since it was last stopped, and which order is the newest: one that was overtaken
 * while its language was still being found is not given any more.
 */
final class Movers {

    /** The newest last. */
    private final List<PtzDriver> moving = new ArrayList<>();

    private long newest;

    synchronized long ticket() {
        newest++;
        return newest;
    }

    /** False when the order was overtaken. */
    synchronized boolean begin(long ticket, PtzDriver driver) {
        if (ticket != newest) {
            return false;
        }
        moving.remove(driver);
        moving.add(driver);
        return true;
    }

    /** The order that had just begun did not reach the head, and none did before. */
    synchronized void undo(PtzDriver driver) {
        moving.remove(driver);
    }

    synchronized boolean isMoving(PtzDriver driver) {
        return moving.contains(driver);
    }

    /** The newest first. */
    synchronized List<PtzDriver> now() {
        return List.copyOf(moving.reversed());
    }

    /** Everything stands, unless somebody ordered something since. */
    synchronized void stopped(long ticket) {
        if (ticket == newest) {
            moving.clear();
        }
    }
}
