// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.event.PtzStatus;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * What all heads share. Nothing of it waits for a camera.
 *
 * @param timer runs nothing but hand-overs
 * @param publish takes every change of a head's status; never blocks
 * @param arrivals hears which head has reached which preset
 */
public record HeadContext(
        SteadyTime time,
        ScheduledExecutorService timer,
        HeadOwner owner,
        MovingMarks marks,
        CommandMetrics metrics,
        Consumer<PtzStatus> publish,
        Arrivals arrivals) {

    /** Called on the head's own thread. */
    public interface Arrivals {
        void stood(Head head, String preset);
    }
}
