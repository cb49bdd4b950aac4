// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.OpenChannels;
import io.nightjar.gateway.session.Sessions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What an open channel may send to its holder, asked anew each time: roles, grants and sessions change meanwhile. */
@Singleton
class Subscriber {
    private final Sessions sessions;
    private final OpenChannels channels;
    private final AccessPolicy policy;
    private final Registry registry;

    Subscriber(Sessions sessions, OpenChannels channels, AccessPolicy policy, Registry registry) {
        this.sessions = sessions;
        this.channels = channels;
        this.policy = policy;
        this.registry = registry;
    }

    AccessPolicy policy() {
        return policy;
    }

    /** The holder as of now; empty when the session is over. */
    Optional<Caller> now(Caller caller) {
        return sessions.refreshed(caller);
    }

    /** The camera, if its live pictures may be sent now. */
    Optional<CameraSpec> watchable(Caller caller, CameraId id) {
        return registry.find(id).filter(camera -> now(caller)
                .filter(current -> policy.may(current.user(), Action.WATCH, camera))
                .isPresent());
    }

    OpenChannels.Entry untilSessionEnds(Caller caller, Runnable close) {
        return channels.add(caller, close);
    }
}
