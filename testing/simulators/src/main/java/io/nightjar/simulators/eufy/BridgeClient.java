// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.ServerWebSocket;

/** One client of a bridge: the version it speaks, and whether it listens. Used on one event loop. */
final class BridgeClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ServerWebSocket socket;
    private final BridgeSetup setup;
    private final BridgeCommands commands;
    private int schema;
    private boolean listening;

    BridgeClient(ServerWebSocket socket, BridgeSetup setup, BridgeCommands commands) {
        this.socket = socket;
        this.setup = setup;
        this.commands = commands;
    }

    void greet() {
        send(BridgeJson.object()
                .put("type", "version")
                .put("driverVersion", "3.1.1")
                .put("serverVersion", "1.9.1")
                .put("minSchemaVersion", 0)
                .put("maxSchemaVersion", setup.maxSchema()));
    }

    /** What is no JSON ends the connection without a word. */
    void received(String text) {
        JsonNode message;
        try {
            message = MAPPER.readTree(text);
        } catch (JsonProcessingException garbled) {
            socket.close();
            return;
        }
        if (setup.isOn(BridgeSwitch.SILENT)) {
            return;
        }
        var id = message.path("messageId");
        try {
            switch (message.path("command").asText()) {
                case "set_api_schema" -> agree(message.path("schemaVersion").asInt());
                case "start_listening" -> {
                    send(BridgeJson.success(id, state()));
                    listening = true;
                    setup.account().replay(this::event);
                    return;
                }
                default -> {
                    send(BridgeJson.success(id, commands.carryOut(message, schema)));
                    return;
                }
            }
            send(BridgeJson.success(id, BridgeJson.object()));
        } catch (BridgeRefusal refusal) {
            send(BridgeJson.failure(id, refusal.code()));
        }
    }

    /** As the real one, it keeps a version it has just refused. */
    private void agree(int wanted) throws BridgeRefusal {
        schema = wanted;
        if (wanted < 0 || wanted > setup.maxSchema()) {
            throw new BridgeRefusal("schema_incompatible");
        }
    }

    private ObjectNode state() {
        var node = BridgeJson.object();
        var state = node.putObject("state");
        boolean connected = setup.account().connected();
        state.putObject("driver")
                .put("version", "3.1.1")
                .put("connected", connected)
                .put("pushConnected", false);
        state.putArray("stations");
        var devices = state.putArray("devices");
        if (connected) {
            setup.cameras().forEach(camera -> {
                if (schema >= 13) {
                    devices.add(camera.serial());
                } else {
                    devices.add(commands.properties(camera));
                }
            });
        }
        return node;
    }

    /** Events and results that the version a client speaks does not know are kept from it. */
    void event(ObjectNode event) {
        var name = event.path("event").asText();
        boolean known =
                switch (name) {
                    case "captcha request" -> schema >= 7;
                    case "connectionError" -> schema >= 14;
                    case "command result" -> schema >= 13;
                    case "shutdown" -> schema >= 10;
                    default -> true;
                };
        if (listening && known && !setup.isOn(BridgeSwitch.SILENT)) {
            send(BridgeJson.event(event));
        }
    }

    private void send(ObjectNode message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message.toString());
        }
    }
}
