// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.driver.Velocity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A press in force.
 *
 * @param press 0 where it is not counted
 * @param until it ends unless it is said again
 * @param sent what the camera was told for it last; null until it was told something
 * @param failure what the camera answered to that last; null while it has not answered, and after success
 */
record Hold(
        Caller caller,
        long press,
        Velocity velocity,
        Instant until,
        @Nullable Velocity sent,
        Instant sentAt,
        @Nullable Failure failure) {

    boolean is(Caller other, long number) {
        return caller.source().equals(other.source()) && press == number;
    }

    boolean isSaid() {
        return velocity.equals(sent);
    }

    Hold renewed(Velocity wanted, Instant end) {
        return new Hold(caller, press, wanted, end, sent, sentAt, failure);
    }

    /** What is tried again has failed until it succeeds. */
    Hold said(Instant at) {
        return new Hold(caller, press, velocity, until, velocity, at, isSaid() ? failure : null);
    }

    Hold worked() {
        return new Hold(caller, press, velocity, until, sent, sentAt, null);
    }

    Hold failed(Failure why) {
        return new Hold(caller, press, velocity, until, sent, sentAt, why);
    }
}
