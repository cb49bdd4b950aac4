// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A head as others see it; made after every step.
 *
 * @param known the camera has said what it can do
 * @param leaseUntil by the steady clock
 * @param failure why it cannot be moved now
 * @param stoodAt since when it has been standing, by the steady clock; null while it moves
 */
record HeadView(
        String owner,
        long epoch,
        @Nullable String driver,
        boolean known,
        PtzAbilities abilities,
        @Nullable String leaseHolder,
        @Nullable Instant leaseUntil,
        boolean moving,
        @Nullable String preset,
        @Nullable String patrol,
        boolean patrolPaused,
        PtzStatus.BridgeNeed bridgeNeeds,
        @Nullable Failure failure,
        @Nullable Instant stoodAt) {

    /** A lease that is only prolonged is told again no more often than this. */
    private static final Duration PROLONGED = Duration.ofSeconds(2);

    static HeadView of(
            HeadState state,
            Instant at,
            HeadOwner owner,
            @Nullable String driver,
            PtzStatus.BridgeNeed needs,
            @Nullable Failure failure) {
        var lease = state.isLeased(at) ? state.lease : null;
        var abilities = state.traits.abilities();
        boolean stands = !state.isMoving() && state.travel == 0;
        return new HeadView(
                owner.instance(),
                owner.epoch(),
                driver,
                abilities != null,
                abilities == null ? PtzAbilities.NONE : abilities,
                lease == null ? null : lease.holder(),
                lease == null ? null : lease.until(),
                state.isMoving(),
                state.preset,
                state.patrol == null ? null : state.patrol.patrol().id(),
                Rounds.isPaused(state, at),
                needs,
                failure,
                stands ? state.stoodAt : null);
    }

    /** Whether others need to hear of it, who were told the other before. */
    boolean isNews(@Nullable HeadView told) {
        return told == null || !plain().equals(told.plain()) || isProlonged(told);
    }

    private boolean isProlonged(HeadView told) {
        return leaseUntil != null && told.leaseUntil != null && leaseUntil.isAfter(told.leaseUntil.plus(PROLONGED));
    }

    private HeadView plain() {
        return new HeadView(
                owner,
                epoch,
                driver,
                known,
                abilities,
                leaseHolder,
                null,
                moving,
                preset,
                patrol,
                patrolPaused,
                bridgeNeeds,
                failure,
                null);
    }

    PtzStatus status(CameraId camera, SteadyTime time) {
        return new PtzStatus(
                camera,
                owner,
                epoch,
                driver,
                abilities,
                leaseHolder,
                Optional.ofNullable(leaseUntil).map(time::wall).orElse(null),
                moving,
                preset,
                patrol,
                patrolPaused,
                bridgeNeeds,
                failure == null ? null : failure.kind(),
                failure == null ? null : failure.sentence(),
                failure == null ? null : failure.kind().hint(),
                time.wall(time.instant()));
    }
}
