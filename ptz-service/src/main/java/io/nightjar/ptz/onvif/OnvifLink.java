// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.onvif.OnvifClient;
import io.nightjar.cameras.onvif.PtzSpace;
import io.nightjar.contracts.event.PtzAbilities;
import java.util.Optional;

/**
 * What was learned about one head at first contact.
 *
 * @param profile the token of the profile it is moved by
 * @param source the token of its picture, by which the focus is moved
 * @param focus how fast the focus goes; empty where it cannot be moved
 */
record OnvifLink(
        OnvifClient client,
        String profile,
        String source,
        HeadSpaces spaces,
        Optional<PtzSpace.Range> focus,
        PtzAbilities abilities) {}
