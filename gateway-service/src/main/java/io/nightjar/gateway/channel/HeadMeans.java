// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.HeadOrders;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Guard;
import io.nightjar.gateway.users.User;
import io.nightjar.kit.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What moving heads over a socket needs of the rest of the gateway. */
@Singleton
class HeadMeans {

    /** Says whether a user may move a camera; fails with the {@link Problem} to answer when not. */
    interface Leave {
        CameraId ask(User user, String camera);
    }

    /** Remembers who did what, and what came of it where that is known. */
    interface Memory {
        void keep(
                String who,
                @Nullable String from,
                String action,
                String camera,
                boolean allowed,
                @Nullable String result);
    }

    private final HeadOrders orders;
    private final Leave leave;
    private final Memory memory;
    private final LongSupplier nanos;

    @Inject
    HeadMeans(HeadOrders orders, Guard guard, AuditLog audit) {
        this(
                orders,
                (user, camera) -> guard.require(user, Action.PTZ_MOVE, camera).id(),
                audit::record,
                System::nanoTime);
    }

    HeadMeans(HeadOrders orders, Leave leave, Memory memory, LongSupplier nanos) {
        this.orders = orders;
        this.leave = leave;
        this.memory = memory;
        this.nanos = nanos;
    }

    HeadOrders orders() {
        return orders;
    }

    Leave leave() {
        return leave;
    }

    Memory memory() {
        return memory;
    }

    LongSupplier nanos() {
        return nanos;
    }
}
