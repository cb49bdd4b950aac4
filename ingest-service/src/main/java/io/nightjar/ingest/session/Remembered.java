// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.media.TrackFormat;
import java.util.List;

/**
 * What worked last time: tried first, so that a returning camera is live again sooner. Holds no secret.
 *
 * @param address the candidate's template
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Remembered(String address, Transport transport, List<TrackFormat> formats) {

    public Remembered {
        formats = List.copyOf(formats);
    }
}
