// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.amcrest;

import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.simulators.amcrest.AmcrestSwitch;

/** A camera with most of what old firmware does otherwise. */
class OldAmcrestContractIT extends DriverContract {

    @Override
    protected Setup open() {
        return AmcrestContractIT.Simulated.with(
                AmcrestSwitch.CHANNELS_FROM_ZERO,
                AmcrestSwitch.ERRORS_AS_OK,
                AmcrestSwitch.SINGLE_USE_NONCES,
                AmcrestSwitch.STOP_BY_WORD,
                AmcrestSwitch.NO_PTZ_CAPS,
                AmcrestSwitch.NO_PRESETS_IS_ERROR);
    }

    @Override
    protected boolean isVariant() {
        return true;
    }
}
