// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.Pages;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtsp.Behaviour;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** The command interface of a Reolink camera: arrays of commands in, arrays of answers out, always as text/html. */
final class ReolinkPages implements Pages {

    private static final String HTML = "text/html";

    private final ReolinkSessions sessions;
    private final ReolinkCommands commands;
    private final ReolinkSnapshots snapshots;
    private final Switches<ReolinkSwitch> switches;
    private final Behaviour behaviour;
    private final Pages flv;

    ReolinkPages(
            ReolinkSessions sessions,
            ReolinkCommands commands,
            ReolinkSnapshots snapshots,
            Switches<ReolinkSwitch> switches,
            Behaviour behaviour,
            Pages flv) {
        this.sessions = sessions;
        this.commands = commands;
        this.snapshots = snapshots;
        this.switches = switches;
        this.behaviour = behaviour;
        this.flv = flv;
    }

    @Override
    public void answer(HttpServerRequest request, Buffer body) {
        if (switches.isOn(ReolinkSwitch.RESTARTING)) {
            Replies.text(request, 502, HTML, "<h1>Bad Gateway</h1>\n");
        } else if (switches.isOn(ReolinkSwitch.HTTPS_ONLY) && !request.isSSL()) {
            Replies.text(request, 300, HTML, "<h1>Multiple Choices</h1>\n");
        } else {
            switch (request.path()) {
                case "/api.cgi", "/cgi-bin/api.cgi" -> api(request, body);
                case "/flv" -> flv.answer(request, body);
                default -> Replies.text(request, 404, HTML, "<h1>Not Found</h1>\n");
            }
        }
    }

    private void api(HttpServerRequest request, Buffer body) {
        var command = parameter(request, "cmd");
        if (command.equals("Snap")) {
            snapshots.answer(request, access(request));
            return;
        }
        var items = items(command, body);
        var answers = JsonNodeFactory.instance.arrayNode();
        if (items.size() > 1 && switches.isOn(ReolinkSwitch.BATCHES_FAIL)) {
            answers.add(ReolinkJson.error(command, ReolinkError.TIMEOUT));
        } else {
            items.forEach(item -> answers.add(one(request, item)));
        }
        var text = text(command, answers);
        due(items, answers).onSuccess(due -> Replies.text(request, 200, HTML, text));
    }

    /** What is refused is refused at once. */
    private Future<?> due(ArrayNode items, ArrayNode answers) {
        boolean refused = StreamSupport.stream(answers.spliterator(), false).anyMatch(answer -> answer.has("error"));
        return refused
                ? Future.succeededFuture()
                : Future.all(StreamSupport.stream(items.spliterator(), false)
                        .map(commands::due)
                        .toList());
    }

    private String text(String command, ArrayNode answers) {
        var garbled = switches.isOn(ReolinkSwitch.LOGOUT_GARBAGE) && command.equals("Logout");
        return garbled ? "\u0001%%LOGOUT" : ReolinkJson.write(answers);
    }

    private static ArrayNode items(String command, Buffer body) {
        var items = JsonNodeFactory.instance.arrayNode();
        if (body.length() == 0) {
            items.addObject().put("cmd", command);
            return items;
        }
        try {
            return ReolinkJson.MAPPER.readTree(body.getBytes()) instanceof ArrayNode given && !given.isEmpty()
                    ? given
                    : items.add(ReolinkJson.object());
        } catch (JsonProcessingException notJson) {
            return items.add(ReolinkJson.object());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ObjectNode one(HttpServerRequest request, JsonNode item) {
        var command = item.path("cmd").asText("");
        if (command.isEmpty()) {
            return ReolinkJson.error("Unknown", ReolinkError.PARAMETER);
        }
        if (command.equals("Login")) {
            return login(item.path("param").path("User"));
        }
        var access = access(request);
        if (access.error() != null) {
            return ReolinkJson.error(command, access.error());
        }
        if (command.equals("Logout")) {
            sessions.logOut(parameter(request, "token"));
            return ReolinkJson.value(command, ReolinkJson.object().put("rspCode", 200));
        }
        return commands.answer(command, item);
    }

    private ObjectNode login(JsonNode user) {
        if (behaviour.rejecting()) {
            return ReolinkJson.error("Login", ReolinkError.LOGIN_FAILED);
        }
        var login = sessions.logIn(
                user.path("userName").asText(""), user.path("password").asText(""));
        if (login.error() != null) {
            return ReolinkJson.error("Login", login.error());
        }
        var value = ReolinkJson.object();
        value.putObject("Token").put("leaseTime", sessions.leaseSeconds()).put("name", login.token());
        return ReolinkJson.value("Login", value);
    }

    /** By token for a long session, by user and password in the address for one request. */
    private ReolinkAccess access(HttpServerRequest request) {
        if (behaviour.rejecting()) {
            return new ReolinkAccess(false, ReolinkError.INVALID_USER);
        }
        if (sessions.valid(parameter(request, "token"))) {
            return new ReolinkAccess(true, null);
        }
        if (request.getParam("user") == null) {
            return new ReolinkAccess(false, ReolinkError.PLEASE_LOGIN);
        }
        return new ReolinkAccess(
                false,
                sessions.refusal(parameter(request, "user"), parameter(request, "password"))
                        .orElse(null));
    }

    private static String parameter(HttpServerRequest request, String name) {
        return request.getParam(name, "");
    }
}
