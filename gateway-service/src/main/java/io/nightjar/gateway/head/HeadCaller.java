// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import io.nightjar.gateway.session.Callers;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import io.nightjar.kit.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gives an order, as those who carry it out are told. Said by the gateway alone: what a request claims is not asked.
 *
 * @param channel one open page of the user; null for a call that stands for itself
 */
public record HeadCaller(
        String user, UserRole role, @Nullable String channel) {

    public static HeadCaller of(RoutingContext context) {
        var caller =
                Callers.of(context).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Nobody is signed in."));
        return of(caller.user(), null);
    }

    public static HeadCaller of(User user, @Nullable String channel) {
        return new HeadCaller(user.name(), user.role(), channel);
    }

    Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("X-Nightjar-User", user);
        headers.put("X-Nightjar-Role", role.wire());
        if (channel != null) {
            headers.put("X-Nightjar-Channel", channel);
        }
        return headers;
    }
}
