// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.audit;

import io.nightjar.contracts.event.AuditEvent;
import io.nightjar.contracts.event.Topic;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.Callers;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Remembers who did what, and who was not let. */
@Singleton
public class AuditLog {
    /** What comes of what succeeds. */
    private static final String OK = "ok";

    private static final String NOBODY = "nobody";

    private final Outbox outbox;
    private final Clock clock;

    AuditLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Something was done. */
    public void done(RoutingContext context, String action, @Nullable String target) {
        record(context, who(context), action, target, true);
    }

    /** Something is done; remembered once it is known what came of it. */
    public <T> Uni<T> following(RoutingContext context, String action, @Nullable String target, Uni<T> order) {
        var who = who(context);
        var from = address(context);
        return order.onTermination()
                .invoke((done, failure, left) ->
                        record(who, from, action, target, true, left ? null : result(failure)));
    }

    /** The policy did not let it through. */
    public void refused(RoutingContext context, String action, @Nullable String target) {
        record(context, who(context), action, target, false);
    }

    /** For callers that the request does not name, such as those who are just signing in. */
    public void record(RoutingContext context, String who, String action, @Nullable String target, boolean allowed) {
        record(who, address(context), action, target, allowed, null);
    }

    /**
     * @param from the address it was asked from, where that is known
     * @param result as of {@link #result}; null where it is not waited for
     */
    public void record(
            String who,
            @Nullable String from,
            String action,
            @Nullable String target,
            boolean allowed,
            @Nullable String result) {
        outbox.send(Topic.AUDIT, new AuditEvent(who, action, target, allowed, from, result, clock.instant()));
    }

    /** What came of something; never says more than its kind. */
    public static String result(@Nullable Throwable failure) {
        if (failure == null) {
            return OK;
        }
        var kind = failure instanceof Problem problem ? problem.kind() : Problem.Kind.INTERNAL;
        return kind.wire();
    }

    private static String who(RoutingContext context) {
        return Callers.of(context).map(Caller::user).map(user -> user.name()).orElse(NOBODY);
    }

    /** Where a request comes from. */
    public static @Nullable String address(RoutingContext context) {
        SocketAddress remote = context.request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
