// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.Switches;

/** The numbers that mean the only lens of the camera. */
record Channels(Switches<AmcrestSwitch> switches) {

    /** A number left out means the first channel. */
    boolean knows(String number) {
        return number.isEmpty() || names(number);
    }

    boolean names(String number) {
        return number.equals(switches.isOn(AmcrestSwitch.CHANNELS_FROM_ZERO) ? "0" : "1");
    }
}
