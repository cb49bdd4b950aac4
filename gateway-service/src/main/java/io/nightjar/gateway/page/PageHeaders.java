// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.page;

import io.nightjar.gateway.Routes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** Headers that every answer carries, and deep links, which all lead to the one page. */
@Singleton
class PageHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "connect-src 'self'",
            "img-src 'self' blob: data:",
            "style-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    private static final Pattern HASHED = Pattern.compile("/.*[.-][A-Za-z0-9]{8,}\\.(js|css|woff2|svg|png|map)");
    private static final Pattern FILE = Pattern.compile(".*/[^/]*\\.[A-Za-z0-9]{1,8}");
    /** Paths with answers of their own; a wrong one among them is an error, not the page. */
    private static final List<String> NOT_THE_PAGE = List.of("/api", "/hls", "/whep", "/q", "/internal");

    void register(@Observes Filters filters) {
        filters.register(this::filter, Routes.PAGE_FILTER);
    }

    private void filter(RoutingContext context) {
        context.addHeadersEndHandler(ending -> complete(context));
        if (isDeepLink(context)) {
            context.reroute("/");
        } else {
            context.next();
        }
    }

    private static boolean isDeepLink(RoutingContext context) {
        var path = context.normalizedPath();
        var accept = context.request().getHeader("Accept");
        return HttpMethod.GET.equals(context.request().method())
                && accept != null
                && accept.contains("text/html")
                && !path.equals("/")
                && !path.equals("/index.html")
                && !FILE.matcher(path).matches()
                && NOT_THE_PAGE.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static void complete(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        cache(context, headers);
    }

    /** A picture that its reader may keep, as who made it says. */
    private static boolean isForItsReader(MultiMap headers) {
        var said = headers.get("Cache-Control");
        return said != null && said.startsWith("private");
    }

    private static void cache(RoutingContext context, MultiMap headers) {
        var path = context.normalizedPath();
        if (path.startsWith("/hls/") || (path.startsWith("/api/") && isForItsReader(headers))) {
            return;
        }
        if (path.startsWith("/api/") || path.startsWith("/whep/") || path.startsWith("/q/")) {
            headers.set("Cache-Control", "no-store");
        } else if (HASHED.matcher(path).matches() && context.response().getStatusCode() == 200) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            headers.set("Cache-Control", "no-cache");
        }
    }
}
