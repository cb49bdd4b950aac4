// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.HttpAnswer;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** How commands travel: several in one request, answered in order by JSON that calls itself HTML. */
final class ReolinkWire {

    private final CameraHttp http;
    private final ReolinkAddress address;

    ReolinkWire(CameraHttp http, ReolinkAddress address) {
        this.http = http;
        this.address = address;
    }

    /**
     * Sends and understands the answers.
     *
     * @param suffix what the query holds besides the command's name
     * @param atOnce waits for no other request to the camera
     */
    List<ReolinkAnswer> send(List<ReolinkCommand> commands, String suffix, Duration timeout, boolean atOnce) {
        var answer = post(commands, suffix, timeout, atOnce).orFail();
        var items = read(answer);
        if (!items.isArray() || items.isEmpty()) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "What answers is no Reolink camera.");
        }
        return StreamSupport.stream(items.spliterator(), false)
                .map(ReolinkAnswer::new)
                .toList();
    }

    /** For commands whose answers may be anything. */
    HttpAnswer post(List<ReolinkCommand> commands, String suffix, Duration timeout, boolean atOnce) {
        var query = "cmd=" + commands.getFirst().name() + suffix;
        try {
            var body = ContractsJson.mapper().writeValueAsBytes(commands);
            var ask = HttpAsk.post(address.url(query), address.origin(), "application/json", body)
                    .pinned(address.certificate())
                    .atMost(HttpAsk.MAX_TEXT);
            return http.send(atOnce ? ask.urgent().repeatable() : ask.oneAtATime(), timeout);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Every command can be written as JSON", impossible);
        }
    }

    private static JsonNode read(HttpAnswer answer) {
        try {
            return ContractsJson.mapper().readTree(answer.body());
        } catch (IOException noJson) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "What answers is no Reolink camera.", noJson);
        }
    }
}
