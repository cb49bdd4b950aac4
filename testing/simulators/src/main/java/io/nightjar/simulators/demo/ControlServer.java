// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.rtsp.Command;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the cameras what to do: {@code GET /cameras} and {@code POST /cameras/{id}/{command}}, on loopback. */
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
        } else if (known && parts.length == 4 && request.method().equals(HttpMethod.POST)) {
            // Commands wait until they have taken effect, so they must not run on the event loop.
            vertx.executeBlocking(() -> command(parts[2], parts[3]))
                    .onSuccess(answer -> send(request, answer))
                    .onFailure(failure -> send(request, problem(500, String.valueOf(failure.getMessage()))));
        } else {
            send(request, problem(404, "Ask for GET /cameras or POST /cameras/{id}/{command}"));
        }
    }

    private Answer command(String id, String name) {
        var member = site.find(id);
        if (member.isEmpty()) {
            return problem(404, "There is no camera \"" + id + "\"");
        }
        var command = Command.parse(name);
        if (command.isEmpty()) {
            return problem(400, "A command is one of " + names());
        }
        member.get().camera().apply(command.get());
        return new Answer(200, describe(member.get()));
    }

    private static String names() {
        return Arrays.stream(Command.values()).map(Command::wire).collect(Collectors.joining(", "));
    }

    private JsonNode all() {
        var list = ContractsJson.mapper().createObjectNode();
        var items = list.putArray("items");
        site.members().forEach(member -> items.add(describe(member)));
        return list.putNull("next");
    }

    private static ObjectNode describe(DemoSite.Member member) {
        var camera = member.camera();
        var node = ContractsJson.mapper().createObjectNode();
        node.put("id", member.id().value()).put("name", camera.name());
        node.put("behaviour", camera.behaviour().wire());
        node.put("connectionsOpened", camera.connectionsOpened());
        node.put("connectionsOpen", camera.connectionsOpen());
        var streams = node.putObject("streams");
        for (var role : Role.values()) {
            streams.putObject(role.name().toLowerCase(Locale.ROOT))
                    .put("url", camera.url(role))
                    .put("playing", camera.playing(role))
                    .put("encodedFrames", camera.encodedFrames(role));
        }
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
