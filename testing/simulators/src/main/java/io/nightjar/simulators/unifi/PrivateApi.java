// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.IntSupplier;

/** What the console's own pages use: everything, for whoever is signed in. */
final class PrivateApi {

    private final ConsoleCameras cameras;
    private final IntSupplier rtspPort;
    private final IntSupplier rtspsPort;
    private final ProtectPtz ptz;

    PrivateApi(ConsoleCameras cameras, IntSupplier rtspPort, IntSupplier rtspsPort) {
        this.cameras = cameras;
        this.rtspPort = rtspPort;
        this.rtspsPort = rtspsPort;
        this.ptz = new ProtectPtz(cameras.vertx());
    }

    /** Answers below {@code /proxy/protect/api/}; the request is signed in. */
    void answer(HttpServerRequest request, String path, Buffer body) {
        var parts = path.split("/", 3);
        if (path.equals("bootstrap")) {
            bootstrap(request);
        } else if (parts.length >= 2 && parts[0].equals("cameras")) {
            cameras.find(parts[1])
                    .ifPresentOrElse(
                            camera -> camera(request, camera, parts.length == 3 ? parts[2] : "", body),
                            () -> ConsoleJson.error(request, 404, "Entity not found"));
        } else {
            ConsoleJson.error(request, 404, "Not found");
        }
    }

    private void bootstrap(HttpServerRequest request) {
        var node = ConsoleJson.object()
                .put("authUserId", "65a0c1d2e3f4a5b6c7d80000")
                .put("lastUpdateId", "0a1b2c3d-0000-0000-0000-000000000000");
        var recorder = node.putObject("nvr").put("version", "6.0.45").put("mac", "F4E2C6AA0000");
        recorder.putObject("ports").put("rtsp", rtspPort.getAsInt()).put("rtsps", rtspsPort.getAsInt());
        var list = node.putArray("cameras");
        cameras.all().forEach(camera -> list.add(ConsoleJson.privately(camera, cameras.host())));
        ConsoleJson.send(request, 200, node);
    }

    private void camera(HttpServerRequest request, ProtectCamera camera, String what, Buffer body) {
        if (what.equals("snapshot")) {
            cameras.snapshot(request, camera, true);
        } else if (what.equals("move")) {
            ptz.move(request, camera, ConsoleJson.read(body));
        } else if (what.equals("ptz/preset")) {
            ptz.list(request, camera);
        } else if (what.matches("ptz/goto/(-1|\\d+)")) {
            ptz.goTo(request, camera, what.substring("ptz/goto/".length()));
        } else if (!what.isEmpty()) {
            ConsoleJson.error(request, 404, "Not found");
        } else {
            if (request.method().equals(HttpMethod.PATCH)) {
                ConsoleJson.read(body).path("channels").forEach(channel -> change(camera, channel));
            }
            ConsoleJson.send(request, 200, ConsoleJson.privately(camera, cameras.host()));
        }
    }

    private static void change(ProtectCamera camera, JsonNode wanted) {
        camera.channels().stream()
                .filter(channel -> channel.number() == wanted.path("id").asInt(-1))
                .forEach(channel -> channel.enable(wanted.path("isRtspEnabled").asBoolean(channel.enabled())));
    }
}
