// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.ptz.onvif.OnvifContractIT.Simulated;
import io.nightjar.simulators.onvif.OnvifSwitch;
import java.util.Optional;

/** A device with as many quirks as one device can have: behind a router, old, and with habits of its own. */
class AwkwardOnvifContractIT extends DriverContract {

    @Override
    protected Setup open() {
        return Simulated.with(
                OnvifSwitch.OTHER_NETWORK,
                OnvifSwitch.NO_SERVICE_LIST,
                OnvifSwitch.NO_PTZ_CONFIGURATION,
                OnvifSwitch.HTTP_DIGEST,
                OnvifSwitch.HTML_REFUSALS,
                OnvifSwitch.NO_STOP,
                OnvifSwitch.ENDLESS_MOVES,
                OnvifSwitch.IGNORES_MIXED,
                OnvifSwitch.STUCK_STATUS,
                OnvifSwitch.EMPTY_PRESETS);
    }

    @Override
    protected Optional<String> oddToken() {
        return Optional.of("Tor/3 süd & <x>%2F?");
    }

    @Override
    protected boolean isVariant() {
        return true;
    }
}
