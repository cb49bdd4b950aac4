// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.HeadAudit;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.Callers;
import io.nightjar.kit.InternalClient;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps one entry of the audit for a button that is held, not one for each time the hold was renewed. */
@Singleton
class MoveMemory {
    private static final Duration SAME_PRESS = Duration.ofSeconds(1);
    private static final int MOST = 1000;

    private record Press(String user, String camera) {}

    private final AuditLog audit;
    private final Clock clock;
    /** The last order that failed, which nobody could tell from a renewed one. */
    private final Map<Press, Instant> failed = new LinkedHashMap<>();

    MoveMemory(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void moved(RoutingContext context, String camera, InternalClient.Answer answer) {
        if (!isMore(answer)) {
            remember(context, camera, null);
        }
    }

    void failed(RoutingContext context, String camera, Throwable failure) {
        if (isNew(new Press(who(context), camera))) {
            remember(context, camera, failure);
        }
    }

    private void remember(RoutingContext context, String camera, @Nullable Throwable failure) {
        var from = AuditLog.address(context);
        audit.record(who(context), from, HeadAudit.MOVE, camera, true, AuditLog.result(failure));
    }

    private static String who(RoutingContext context) {
        return Callers.of(context).map(Caller::user).map(user -> user.name()).orElse("");
    }

    private synchronized boolean isNew(Press press) {
        var now = clock.instant();
        var before = failed.remove(press);
        failed.put(press, now);
        if (failed.size() > MOST) {
            failed.remove(failed.keySet().iterator().next());
        }
        return before == null || before.plus(SAME_PRESS).isBefore(now);
    }

    private static boolean isMore(InternalClient.Answer answer) {
        try {
            var said = ContractsJson.mapper().readTree(answer.body().getBytes());
            return said.path("renewed").asBoolean() || said.path("ignored").asBoolean();
        } catch (IOException notJson) {
            return false;
        }
    }
}
