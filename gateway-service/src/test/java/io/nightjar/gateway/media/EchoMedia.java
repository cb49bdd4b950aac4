// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stands in for packager's routes in the same process: answers what it was shown. */
@ApplicationScoped
class EchoMedia {
    void register(@Observes Router router) {
        router.get("/hls/:camera/:role/:file")
                .handler(context -> context.end(context.request().getHeader("Authorization") + " "
                        + context.request().getHeader("Cookie")));
    }
}
