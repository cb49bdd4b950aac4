// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.StreamPath;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** The cameras of a console, and what both of its interfaces do with them. */
record ConsoleCameras(List<ProtectCamera> all, Switches<ConsoleSwitch> switches, Vertx vertx) {

    /** An address for documentation, where nobody answers. */
    private static final String UNREACHABLE = "192.0.2.10";

    private static final int LARGE_WIDTH = 1280;

    String host() {
        return switches.isOn(ConsoleSwitch.WRONG_HOST) ? UNREACHABLE : Door.HOST;
    }

    Optional<ProtectCamera> find(String id) {
        return all.stream().filter(camera -> camera.id().equals(id)).findFirst();
    }

    /** A camera's picture, or 503 while it is disconnected. */
    void snapshot(HttpServerRequest request, ProtectCamera camera, boolean large) {
        if (!camera.connected()) {
            ConsoleJson.error(request, 503, "Camera is offline");
            return;
        }
        var asked = request.getParam("w", "");
        var width = asked.matches("\\d{2,4}") ? Math.min(Integer.parseInt(asked), LARGE_WIDTH) : 0;
        Future.fromCompletionStage(camera.snapshot(width, large), vertx.getOrCreateContext())
                .onSuccess(jpeg -> Replies.jpeg(request, jpeg))
                .onFailure(failure -> ConsoleJson.error(request, 500, "The encoder failed"));
    }

    /** In the clear the alias is the whole address: anything behind it makes it unknown. */
    Optional<Feed> clear(StreamPath path) {
        return path.query().isEmpty() ? stream(path) : Optional.empty();
    }

    /** Over TLS, where a query asks for pictures that are encrypted once more. */
    Optional<Feed> secure(StreamPath path) {
        return path.query().equals("enableSrtp") ? stream(path).map(EncryptedFeed::new) : stream(path);
    }

    private Optional<Feed> stream(StreamPath path) {
        return all.stream()
                .filter(ProtectCamera::connected)
                .flatMap(camera -> camera.channels().stream())
                .filter(channel -> channel.alias().filter(path.path()::equals).isPresent())
                .findFirst()
                .map(ProtectChannel::feed);
    }
}
