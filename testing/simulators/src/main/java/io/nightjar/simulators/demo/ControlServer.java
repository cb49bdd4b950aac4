// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.ContractsJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Tells the cameras what to do, on loopback: {@code GET /cameras}, {@code POST /cameras/{id}/{command}}, {@code GET
 * /cameras/{id}/head} and {@code POST /cameras/{id}/head/{command}}.
 */
final class ControlServer {

    private record Answer(int status, JsonNode body) {}

    private final DemoSite site;
    private final Vertx vertx;

    private ControlServer(DemoSite site, Vertx vertx) {
        this.site = site;
        this.vertx = vertx;
    }

    static Future<HttpServer> start(DemoSite site, Vertx vertx, int port) {
        var control = new ControlServer(site, vertx);
        return vertx.createHttpServer().requestHandler(control::handle).listen(port, "127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
        var parts = request.path().split("/");
        var known = parts.length > 1 && parts[1].equals("cameras");
        if (known && parts.length == 2 && request.method().equals(HttpMethod.GET)) {
            send(request, new Answer(200, all()));
        } else if (known
                && parts.length == 4
                && !parts[3].equals("head")
                && request.method().equals(HttpMethod.POST)) {
            // Commands wait until they have taken effect, so they must not run on the event loop.
            vertx.executeBlocking(() -> command(parts[2], parts[3]))
                    .onSuccess(answer -> send(request, answer))
                    .onFailure(failure -> send(request, problem(500, String.valueOf(failure.getMessage()))));
        } else if (known && parts.length > 3 && parts[3].equals("head")) {
            send(request, head(request, parts));
        } else {
            send(request, problem(404, "Ask for GET /cameras or POST /cameras/{id}/{command}"));
        }
    }

    private Answer head(HttpServerRequest request, String[] parts) {
        var head = site.find(parts[2]).flatMap(DemoMember::head);
        if (head.isEmpty()) {
            return problem(404, "There is no camera \"" + parts[2] + "\" that can be moved");
        }
        if (request.method().equals(HttpMethod.POST)) {
            var text = request.getParam("ms", "0");
            boolean number = text.matches("\\d{1,6}");
            if (parts.length != 5
                    || !number
                    || !HeadControl.tell(head.get(), parts[4], Duration.ofMillis(Long.parseLong(text)))) {
                return problem(400, "A head is told one of " + HeadControl.VOCABULARY);
            }
        }
        return new Answer(200, HeadControl.describe(head.get()));
    }

    private Answer command(String id, String name) {
        var member = site.find(id);
        if (member.isEmpty()) {
            return problem(404, "There is no camera \"" + id + "\"");
        }
        if (!member.get().tell(name)) {
            return problem(400, "A command is one of " + member.get().vocabulary());
        }
        return new Answer(200, describe(member.get()));
    }

    private JsonNode all() {
        var list = ContractsJson.mapper().createObjectNode();
        var items = list.putArray("items");
        site.members().forEach(member -> items.add(describe(member)));
        return list.putNull("next");
    }

    private static ObjectNode describe(DemoMember member) {
        var node = ContractsJson.mapper().createObjectNode();
        node.put("id", member.id().value()).put("name", member.name());
        member.describe(node);
        return node;
    }

    private static Answer problem(int status, String detail) {
        return new Answer(
                status,
                ContractsJson.mapper().createObjectNode().put("status", status).put("detail", detail));
    }

    private static void send(HttpServerRequest request, Answer answer) {
        request.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json")
                .end(answer.body().toString());
    }
}
