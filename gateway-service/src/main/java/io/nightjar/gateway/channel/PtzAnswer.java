// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.Problem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** How an order went, as its page is told. */
final class PtzAnswer {
    private static final Logger LOG = Logger.getLogger(PtzAnswer.class);

    private PtzAnswer() {}

    /** @param said by who carried it out; of that only what a page needs */
    static String done(PtzMessage message, JsonNode said, long nanos) {
        var answer = answer(message).put("ok", true).put("ms", TimeUnit.NANOSECONDS.toMillis(nanos));
        for (var flag : List.of("renewed", "ignored")) {
            if (said.path(flag).asBoolean()) {
                answer.put(flag, true);
            }
        }
        if (said.path("driver").isTextual()) {
            answer.set("driver", said.path("driver"));
        }
        return answer.toString();
    }

    /** Its press is over: nothing was done, and nothing is wrong. */
    static String ignored(PtzMessage message) {
        return answer(message).put("ok", true).put("ms", 0).put("ignored", true).toString();
    }

    static String refused(PtzMessage message, Problem problem) {
        return answer(message)
                .put("ok", false)
                .put("kind", problem.kind().wire())
                .put("title", problem.title())
                .put("detail", problem.detail())
                .put("hint", problem.hint())
                .toString();
    }

    static String failed(PtzMessage message, Throwable failure) {
        if (failure instanceof Problem problem) {
            return refused(message, problem);
        }
        LOG.errorf(failure, "An order failed camera=%s do=%s", message.camera(), message.wire());
        return refused(
                message, Problem.of(Problem.Kind.INTERNAL, "Something went wrong here; the log has the details."));
    }

    private static ObjectNode answer(PtzMessage message) {
        // What is no id came from somewhere else, and is not said back.
        var camera = CameraId.isValid(message.camera()) ? message.camera() : "";
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("type", "ptz-answer")
                .put("camera", camera)
                .put("do", message.wire());
        return message.press() < 0 ? answer : answer.put("press", message.press());
    }
}
