// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.http.Replies;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** What a console says about itself and its cameras. */
final class ConsoleJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json; charset=utf-8";

    private ConsoleJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The body of a request; an empty object where it is no JSON. */
    static JsonNode read(Buffer body) {
        try {
            return MAPPER.readTree(body.getBytes());
        } catch (IOException notJson) {
            return object();
        }
    }

    static void send(HttpServerRequest request, int status, JsonNode node) {
        Replies.text(request, status, JSON, node.toString());
    }

    static void error(HttpServerRequest request, int status, String text) {
        send(request, status, object().put("error", text).put("name", text));
    }

    /** A camera as the private interface shows it. */
    static ObjectNode privately(ProtectCamera camera, String connectionHost) {
        var node = object().put("id", camera.id())
                .put("modelKey", "camera")
                .put("mac", camera.mac())
                .put("name", camera.name())
                .put("type", camera.head() == null ? "UVC G5 Flex" : "UVC G5 PTZ")
                .put("marketName", camera.head() == null ? "G5 Flex" : "G5 PTZ")
                .put("state", state(camera))
                .put("isConnected", camera.connected())
                .put("connectionHost", connectionHost)
                .put("isMotionDetected", false)
                .put("videoCodec", "h264");
        var channels = node.putArray("channels");
        camera.channels().forEach(channel -> channels.addObject()
                .put("id", channel.number())
                .put("name", channel.name())
                .put("enabled", true)
                .put("isRtspEnabled", channel.enabled())
                .put("rtspAlias", channel.alias().orElse(null))
                .put("width", channel.profile().width())
                .put("height", channel.profile().height())
                .put("fps", channel.profile().fps())
                .put("bitrate", channel.profile().bitrate()));
        node.putObject("featureFlags")
                .put("isPtz", camera.head() != null)
                .putArray("smartDetectTypes")
                .add("person");
        return node;
    }

    /** A camera as the Integration API shows it. */
    static ObjectNode officially(ProtectCamera camera) {
        var node = object().put("id", camera.id())
                .put("modelKey", "camera")
                .put("state", state(camera))
                .put("name", camera.name())
                .put("mac", camera.mac())
                .put("videoMode", "default");
        node.putObject("featureFlags").put("supportFullHdSnapshot", true).put("hasMic", false);
        return node;
    }

    private static String state(ProtectCamera camera) {
        return camera.connected() ? "CONNECTED" : "DISCONNECTED";
    }
}
