// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.IntSupplier;

/** The official interface, for whoever has a key. */
final class IntegrationApi {

    private final ConsoleCameras cameras;
    private final IntSupplier rtspsPort;
    private final ProtectPtz ptz;

    IntegrationApi(ConsoleCameras cameras, IntSupplier rtspsPort) {
        this.cameras = cameras;
        this.rtspsPort = rtspsPort;
        this.ptz = new ProtectPtz(cameras.vertx());
    }

    /** Answers below {@code /proxy/protect/integration/v1/}; the key is right. */
    void answer(HttpServerRequest request, String path, Buffer body) {
        var parts = path.split("/", 3);
        if (path.equals("meta/info")) {
            ConsoleJson.send(request, 200, ConsoleJson.object().put("applicationVersion", "6.0.45"));
        } else if (path.equals("cameras")) {
            var list = JsonNodeFactory.instance.arrayNode();
            cameras.all().forEach(camera -> list.add(ConsoleJson.officially(camera)));
            ConsoleJson.send(request, 200, list);
        } else if (parts.length >= 2 && parts[0].equals("cameras")) {
            cameras.find(parts[1])
                    .ifPresentOrElse(
                            camera -> camera(request, camera, parts.length == 3 ? parts[2] : "", body),
                            () -> ConsoleJson.error(request, 404, "Entity not found"));
        } else {
            ConsoleJson.error(request, 404, "Not found");
        }
    }

    private void camera(HttpServerRequest request, ProtectCamera camera, String what, Buffer body) {
        switch (what) {
            case "" -> ConsoleJson.send(request, 200, ConsoleJson.officially(camera));
            case "snapshot" -> cameras.snapshot(request, camera, "true".equals(request.getParam("highQuality")));
            case "rtsps-stream" -> streams(request, camera, body);
            default -> head(request, camera, what);
        }
    }

    /** Its presets alone can be gone to. */
    private void head(HttpServerRequest request, ProtectCamera camera, String what) {
        if (what.matches("ptz/goto/(-1|[0-4])")) {
            ptz.goTo(request, camera, what.substring("ptz/goto/".length()));
        } else {
            ConsoleJson.error(request, 404, "Not found");
        }
    }

    private void streams(HttpServerRequest request, ProtectCamera camera, Buffer body) {
        switch (request.method().name()) {
            case "POST" -> {
                for (var quality : ConsoleJson.read(body).path("qualities")) {
                    enable(camera, List.of(quality.asText()), true);
                }
                addresses(request, camera);
            }
            case "DELETE" -> {
                enable(camera, request.params().getAll("qualities"), false);
                request.response().setStatusCode(204).end();
            }
            default -> addresses(request, camera);
        }
    }

    private static void enable(ProtectCamera camera, List<String> qualities, boolean state) {
        camera.channels().stream()
                .filter(channel -> qualities.contains(channel.quality()))
                .forEach(channel -> channel.enable(state));
    }

    private void addresses(HttpServerRequest request, ProtectCamera camera) {
        var node = ConsoleJson.object();
        camera.channels()
                .forEach(channel -> node.put(
                        channel.quality(), channel.alias().map(this::address).orElse(null)));
        ConsoleJson.send(request, 200, node.putNull("package"));
    }

    private String address(String alias) {
        return "rtsps://" + cameras.host() + ":" + rtspsPort.getAsInt() + "/" + alias + "?enableSrtp";
    }
}
