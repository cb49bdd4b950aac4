// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A head: who holds it, what it does and what it can do.
 *
 * @param owner the base URL of the ptz instance that moves it
 * @param epoch grows whenever cameras change hands; what an owner of a lower one says is out of date
 * @param driver the language it was found to speak; null until one answered
 * @param leaseHolder the user who may move it now
 * @param moving somebody's order moves it; not whether its motor runs
 * @param preset where it was sent last; null once it was moved away
 * @param patrol the patrol it is on
 * @param patrolPaused somebody or something took the head from its patrol for a while
 * @param error why it cannot be moved now; null while it can
 * @param reason the same for people
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PtzStatus(
        CameraId camera,
        String owner,
        long epoch,
        @Nullable String driver,
        PtzAbilities abilities,
        @Nullable String leaseHolder,
        @Nullable Instant leaseUntil,
        boolean moving,
        @Nullable String preset,
        @Nullable String patrol,
        boolean patrolPaused,
        BridgeNeed bridgeNeeds,
        @Nullable ErrorKind error,
        @Nullable String reason,
        @Nullable String hint,
        Instant at) {

    /** Of an owner of an older version nothing is known that it can do. */
    public PtzStatus {
        abilities = Objects.requireNonNullElse(abilities, PtzAbilities.NONE);
    }

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
