// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nightjar.contracts.ContractsJson;
import io.vertx.ext.web.RoutingContext;

/** Problem documents for plain Vert.x routes; REST resources just throw a {@link Problem}. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Ends the response with the problem's document. */
    public static void send(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.headWritten()) {
            // Half an answer cannot become a problem document: a broken connection says more.
            context.request().connection().close();
            return;
        }
        response.setStatusCode(problem.status()).putHeader("Content-Type", ProblemDocument.MEDIA_TYPE);
        response.putHeader("Cache-Control", "no-store");
        response.end(json(problem, context.request().path()));
    }

    private static String json(Problem problem, String instance) {
        try {
            return ContractsJson.mapper().writeValueAsString(problem.document(instance));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem document is plain data", impossible);
        }
    }
}
