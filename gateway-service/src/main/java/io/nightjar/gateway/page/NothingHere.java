// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.page;

import io.nightjar.gateway.Routes;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The last route: what nobody answered does not exist, and that is said like every other problem. */
@Singleton
class NothingHere {

    void register(@Observes Router router) {
        router.route()
                .order(Routes.LAST)
                .handler(context ->
                        ProblemResponse.send(context, Problem.notFound("There is nothing at this address.")));
    }
}
