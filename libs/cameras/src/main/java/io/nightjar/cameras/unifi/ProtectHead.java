// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import io.nightjar.cameras.CameraFailure;
import java.time.Duration;
import java.util.List;

/** The head of a console's camera, whichever way the console is signed in to. Fails with {@link CameraFailure}. */
public interface ProtectHead {

    /** The slot of the position that is home; presets count from 0. */
    int HOME = -1;

    /**
     * What can be done with it.
     *
     * @param moves turns and zooms as it is told; otherwise it goes to presets only
     */
    record Skills(boolean moves) {}

    /** Fails with UNSUPPORTED where the console says that the camera has no motor. */
    Skills skills(Duration timeout);

    /** A position that was set at the console. */
    record Place(int slot, String name) {}

    List<Place> places(Duration timeout);

    void goTo(int slot, Duration timeout);

    /** On and on, at parts of full speed from -1 to 1; zeroes stop it. Waits for no other request. */
    void move(double pan, double tilt, double zoom, Duration timeout);

    /** Fails unless the console answers for this camera. */
    void check(Duration timeout);
}
