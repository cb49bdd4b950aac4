// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

import io.nightjar.cameras.StreamWish;

/** Finds the way to speak to a head. */
public interface Drivers {

    /** Cheap, and asks nothing of the camera yet; whoever asked for the driver closes it. */
    PtzDriver of(StreamWish head);
}
