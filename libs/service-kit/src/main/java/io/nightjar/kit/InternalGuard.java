// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route: internal ones are answered on the internal listener only, and only to who shows the
 * service token; metrics only on this machine or with the token.
 */
final class InternalGuard {

    private static final String BEARER = "bearer ";

    private final Supplier<OptionalInt> internalPort;
    private final ServiceToken token;

    InternalGuard(Supplier<OptionalInt> internalPort, ServiceToken token) {
        this.internalPort = internalPort;
        this.token = token;
    }

    void handle(RoutingContext context) {
        var path = context.request().path();
        if (path == null || InternalPaths.isInternal(path)) {
            guardInternal(context);
        } else if (InternalPaths.isMetrics(path) && !isLocal(context) && !showsToken(context)) {
            ProblemResponse.send(context, notHere());
        } else {
            context.next();
        }
    }

    private void guardInternal(RoutingContext context) {
        if (!cameByInternalListener(context)) {
            ProblemResponse.send(context, notHere());
        } else if (!showsToken(context)) {
            ProblemResponse.send(
                    context,
                    Problem.of(
                            Problem.Kind.UNAUTHENTICATED,
                            "Internal calls need the service token of this home, and this one shows none that is valid."));
        } else {
            context.next();
        }
    }

    private boolean cameByInternalListener(RoutingContext context) {
        var local = context.request().connection().localAddress();
        var port = internalPort.get();
        return local != null && port.isPresent() && local.port() == port.getAsInt();
    }

    private boolean showsToken(RoutingContext context) {
        return token.matches(bearer(context.request().getHeader("Authorization")));
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** The connection's own address: headers that claim another are not asked. */
    private static boolean isLocal(RoutingContext context) {
        var remote = context.request().connection().remoteAddress();
        try {
            // An address, never a name: nothing is looked up.
            return remote != null
                    && remote.hostAddress() != null
                    && InetAddress.getByName(remote.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    private static Problem notHere() {
        return Problem.notFound("There is nothing at this address.");
    }
}
