// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A head as people and programs see it: what is known of it but for the process that moves it. */
public record HeadView(
        CameraId camera,
        @Nullable String driver,
        PtzAbilities abilities,
        @Nullable String leaseHolder,
        @Nullable Instant leaseUntil,
        boolean moving,
        @Nullable String preset,
        @Nullable String patrol,
        boolean patrolPaused,
        PtzStatus.BridgeNeed bridgeNeeds,
        @Nullable ErrorKind error,
        @Nullable String reason,
        @Nullable String hint,
        Instant at) {

    static HeadView of(PtzStatus status) {
        return new HeadView(
                status.camera(),
                status.driver(),
                status.abilities(),
                status.leaseHolder(),
                status.leaseUntil(),
                status.moving(),
                status.preset(),
                status.patrol(),
                status.patrolPaused(),
                status.bridgeNeeds(),
                status.error(),
                status.reason(),
                status.hint(),
                status.at());
    }

    /** Whether there is nothing to tell: only the time of the report differs. */
    boolean saysTheSameAs(HeadView other) {
        return at(other.at).equals(other);
    }

    private HeadView at(Instant time) {
        return new HeadView(
                camera,
                driver,
                abilities,
                leaseHolder,
                leaseUntil,
                moving,
                preset,
                patrol,
                patrolPaused,
                bridgeNeeds,
                error,
                reason,
                hint,
                time);
    }
}
