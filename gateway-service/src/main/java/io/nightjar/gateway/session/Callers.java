// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import io.nightjar.gateway.users.User;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request carries who asks. */
public final class Callers {
    private static final String KEY = "nightjar.caller";

    private Callers() {}

    static void remember(RoutingContext context, Caller caller) {
        context.put(KEY, caller);
    }

    public static Optional<Caller> of(RoutingContext context) {
        return Optional.ofNullable(context.<Caller>get(KEY));
    }

    public static @Nullable User user(RoutingContext context) {
        return of(context).map(Caller::user).orElse(null);
    }
}
