// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;

/**
 * Tells a page of ours from a page of somebody else. A browser sends its cookie with requests that foreign pages make; it
 * also says who made them, and a foreign page cannot change that.
 */
public final class SameOrigin {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameOrigin() {}

    static boolean isSafe(HttpMethod method) {
        return SAFE.contains(method);
    }

    /** The browser says that our own page asks. */
    public static boolean isProven(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !"same-origin".equals(site)) {
            return false;
        }
        var origin = request.getHeader("Origin");
        return origin == null ? site != null : isOwn(origin, request);
    }

    /** The browser says that a foreign page asks; programs say nothing and are not foreign. */
    public static boolean isForeign(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return (site != null && !"same-origin".equals(site) && !"none".equals(site))
                || (origin != null && !isOwn(origin, request));
    }

    /** Host and port only: behind a proxy that ends TLS the scheme differs. */
    private static boolean isOwn(String origin, HttpServerRequest request) {
        var host = request.getHeader("Host");
        var authority = host != null || request.authority() == null
                ? host
                : request.authority().toString();
        try {
            return authority != null
                    && authority.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
