// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** What clients ask of the driver and of cameras, checked as the real bridge and the library behind it do. */
final class BridgeCommands {

    private static final Pattern CAPITAL = Pattern.compile("(?<!^)([A-Z])");

    private final BridgeSetup setup;
    private final BridgeOrders orders;

    BridgeCommands(BridgeSetup setup, BridgeOrders orders) {
        this.setup = setup;
        this.orders = orders;
    }

    ObjectNode carryOut(JsonNode message, int schema) throws BridgeRefusal {
        var command = message.path("command").asText();
        if (command.startsWith("driver.")) {
            return driver(command.substring(7), message);
        }
        if (command.startsWith("device.")) {
            var camera = setup.find(message.path("serialNumber").asText())
                    .orElseThrow(() -> new BridgeRefusal("device_not_found"));
            return device(command.substring(7), camera, message, schema);
        }
        throw new BridgeRefusal("unknown_command");
    }

    private ObjectNode driver(String command, JsonNode message) throws BridgeRefusal {
        var account = setup.account();
        switch (command) {
            case "is_connected" -> {
                return BridgeJson.object().put("connected", account.connected());
            }
            case "connect" -> {
                if (!account.connected()) {
                    account.connect();
                }
            }
            case "set_captcha" ->
                account.captcha(
                        message.path("captcha").asText(),
                        message.path("captchaId").asText(null));
            case "set_verify_code" -> account.code(message.path("verifyCode").asText());
            default -> throw new BridgeRefusal("unknown_command");
        }
        return BridgeJson.object();
    }

    private ObjectNode device(String command, BridgeCamera camera, JsonNode message, int schema) throws BridgeRefusal {
        var about = BridgeJson.object().put("serialNumber", camera.serial());
        switch (command) {
            case "get_properties" -> about.set("properties", properties(camera));
            case "get_commands" -> {
                var list = about.putArray("commands");
                camera.commands().forEach(each -> list.add(schema == 3 ? each : shortened(each)));
            }
            case "has_command" ->
                about.put(
                        "exists",
                        camera.commands().contains(message.path("commandName").asText()));
            case "pan_and_tilt" -> {
                need(schema >= 3);
                return orders.take(camera, "devicePanAndTilt", message.path("direction"), 4, schema);
            }
            case "preset_position" -> {
                need(schema >= 21);
                return orders.take(camera, "devicePresetPosition", message.path("position"), 3, schema);
            }
            case "save_preset_position" -> {
                need(schema >= 21);
                return orders.take(camera, "deviceSavePresetPosition", message.path("position"), 3, schema);
            }
            case "delete_preset_position" -> {
                need(schema >= 21);
                return orders.take(camera, "deviceDeletePresetPosition", message.path("position"), 3, schema);
            }
            default -> throw new BridgeRefusal("unknown_command");
        }
        return about;
    }

    private static void need(boolean known) throws BridgeRefusal {
        if (!known) {
            throw new BridgeRefusal("unknown_command");
        }
    }

    ObjectNode properties(BridgeCamera camera) {
        return BridgeJson.object()
                .put("serialNumber", camera.serial())
                .put("name", camera.name())
                .put("model", camera.model())
                .put("enabled", true)
                .put("motionDetected", false);
    }

    /** As the bridge writes the library's words. */
    static String shortened(String command) {
        return CAPITAL.matcher(command.replaceFirst("^device", ""))
                .replaceAll("_$1")
                .toLowerCase(Locale.ROOT);
    }
}
