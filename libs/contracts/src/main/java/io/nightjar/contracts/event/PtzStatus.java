// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nightjar.contracts.camera.CameraId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A head: who holds it and what it does.
 *
 * @param owner the ptz instance that owns the device session
 * @param leaseHolder the user who may move it now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PtzStatus(
        CameraId camera,
        String owner,
        @Nullable String leaseHolder,
        @Nullable Instant leaseUntil,
        boolean moving,
        @Nullable String preset,
        BridgeNeed bridgeNeeds,
        Instant at) {

    /** What a vendor's bridge asks of the operator before it works. */
    public enum BridgeNeed {
        NOTHING,
        CAPTCHA,
        VERIFY_CODE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
