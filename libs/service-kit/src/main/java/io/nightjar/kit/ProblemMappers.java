// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where a failure becomes an answer: always a problem document, never a stack trace. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper(priority = 1)
    public Response problem(Problem problem, @Context UriInfo uri) {
        if (problem.kind() == Problem.Kind.INTERNAL) {
            LOG.errorf(problem, "A request failed path=%s", uri.getPath());
        }
        return answer(problem, uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response framework(WebApplicationException failure, @Context UriInfo uri) {
        var status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (failure.getCause() instanceof Problem problem) {
            return answer(problem, uri);
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            return json(json, uri);
        }
        var problem = Problem.of(Problem.Kind.of(status), sentence(status));
        return Response.fromResponse(answer(problem, uri)).status(status).build();
    }

    @ServerExceptionMapper(priority = 1)
    public Response json(JsonProcessingException failure, @Context UriInfo uri) {
        return answer(ofJson(failure), uri);
    }

    /** Stands beside {@link #json}: the framework has a mapper of its own for exactly this type. */
    @ServerExceptionMapper(priority = 1)
    public Response mismatch(MismatchedInputException failure, @Context UriInfo uri) {
        return answer(ofJson(failure), uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response unknown(Throwable failure, @Context UriInfo uri) {
        LOG.errorf(failure, "A request failed path=%s", uri.getPath());
        return answer(
                Problem.of(
                        Problem.Kind.INTERNAL, "Something went wrong here; the log of this service has the details."),
                uri);
    }

    static Problem ofJson(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            var place = failure.getLocation();
            return Problem.invalid(
                    place == null
                            ? "The body is not valid JSON."
                            : "The body is not valid JSON: see line " + place.getLineNr() + ", column "
                                    + place.getColumnNr() + ".");
        }
        var path = path(mapping);
        var why = why(mapping);
        return path.isEmpty()
                ? Problem.invalid("The body is not what this address expects.")
                : Problem.invalid("The field " + path + " is not valid: " + why, Map.of(path, why));
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** Our own types say in words what they accept; anything else could quote the body, which may hold a password. */
    private static String why(JsonMappingException failure) {
        return failure.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                ? own.getMessage()
                : "it has the wrong type.";
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "Sign in first.";
            case 403 -> "You may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not answer that method.";
            case 406 -> "This address cannot answer in the form you accept.";
            case 413 -> "The body is too large.";
            case 415 -> "This address does not accept a body of that type; send application/json.";
            default -> status < 500 ? "The request is not valid." : "This cannot be answered right now.";
        };
    }

    private static Response answer(Problem problem, @Nullable UriInfo uri) {
        return Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(problem.document(uri == null ? null : uri.getPath()))
                .build();
    }
}
