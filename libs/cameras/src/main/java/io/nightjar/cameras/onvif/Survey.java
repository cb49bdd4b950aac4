// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.Duration;
import java.util.List;

/**
 * All that a device tells about its streams.
 *
 * @param clockOffset how far its clock is ahead of ours
 * @param movable it says that it can move
 */
public record Survey(DeviceInformation information, List<FoundStream> streams, Duration clockOffset, boolean movable) {

    public Survey {
        streams = List.copyOf(streams);
    }
}
