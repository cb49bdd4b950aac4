// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.audit;

import io.nightjar.contracts.event.AuditEvent;
import io.nightjar.contracts.event.Topic;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.Callers;
import io.nightjar.kit.Outbox;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Remembers who did what, and who was not let. */
@Singleton
public class AuditLog {
    private static final String NOBODY = "nobody";

    private final Outbox outbox;
    private final Clock clock;

    AuditLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Something was done. */
    public void done(RoutingContext context, String action, @Nullable String target) {
        var who = Callers.of(context).map(Caller::user).map(user -> user.name()).orElse(NOBODY);
        record(context, who, action, target, true);
    }

    /** The policy did not let it through. */
    public void refused(RoutingContext context, String action, @Nullable String target) {
        var who = Callers.of(context).map(Caller::user).map(user -> user.name()).orElse(NOBODY);
        record(context, who, action, target, false);
    }

    /** For callers that the request does not name, such as those who are just signing in. */
    public void record(RoutingContext context, String who, String action, @Nullable String target, boolean allowed) {
        record(who, address(context), action, target, allowed);
    }

    /** @param from the address it was asked from, where that is known */
    public void record(String who, @Nullable String from, String action, @Nullable String target, boolean allowed) {
        outbox.send(Topic.AUDIT, new AuditEvent(who, action, target, allowed, from, clock.instant()));
    }

    /** Where a request comes from. */
    public static @Nullable String address(RoutingContext context) {
        SocketAddress remote = context.request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
