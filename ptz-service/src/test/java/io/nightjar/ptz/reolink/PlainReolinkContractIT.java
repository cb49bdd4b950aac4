// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.reolink;

import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.simulators.reolink.ReolinkSwitch;

/** A camera with a simple head that tells little about itself. */
class PlainReolinkContractIT extends DriverContract {

    @Override
    protected Setup open() {
        return ReolinkContractIT.Simulated.with(
                ReolinkSwitch.NO_PTZ_SPEED,
                ReolinkSwitch.PTZ_KIND_UNTOLD,
                ReolinkSwitch.NO_PTZ_GUARD,
                ReolinkSwitch.NO_PTZ_POSITION,
                ReolinkSwitch.LOGOUT_GARBAGE);
    }

    @Override
    protected boolean isVariant() {
        return true;
    }
}
