// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the document in which a console describes itself, as far as streams are concerned. */
final class Bootstrap {

    private static final int PACKAGE_LENS = 3;

    private Bootstrap() {}

    static List<ConsoleCamera> cameras(JsonNode document, String consoleHost) {
        if (!document.path("cameras").isArray()) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "The console's description of itself lists no cameras.");
        }
        return stream(document.path("cameras"))
                .map(camera -> new ConsoleCamera(
                        camera.path("id").asText(),
                        camera.path("name").asText(),
                        camera.path("marketName").asText(camera.path("type").asText(null)),
                        camera.path("state").asText().equals("CONNECTED"),
                        otherHost(camera, consoleHost),
                        qualities(camera)))
                .toList();
    }

    /** Among several recorders a camera's streams are at the one that records it. */
    private static @Nullable String otherHost(JsonNode camera, String consoleHost) {
        var host = camera.path("connectionHost").asText("");
        return host.isEmpty() || host.equals(consoleHost) ? null : host;
    }

    private static List<ConsoleCamera.Quality> qualities(JsonNode camera) {
        return stream(camera.path("channels"))
                .filter(channel -> channel.path("id").asInt() != PACKAGE_LENS)
                .map(channel -> new ConsoleCamera.Quality(
                        channel.path("name").asText(),
                        channel.path("isRtspEnabled").asBoolean()
                                ? channel.path("rtspAlias").asText(null)
                                : null,
                        channel.path("width").asInt(),
                        channel.path("height").asInt(),
                        channel.path("fps").asDouble()))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
