// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Snapshots, one at a time and no faster than the encoder of the camera: large ones take their time. */
final class ReolinkSnapshots {

    private static final int LEAST_WIDTH = 640;
    private static final int LEAST_HEIGHT = 480;
    private static final long LARGE_MILLIS = 600;
    private static final long SMALL_MILLIS = 140;
    private static final long NANOS = 1_000_000;

    private final Map<Role, SceneFeed> feeds;
    private final DeviceSetup setup;
    private final AtomicInteger given = new AtomicInteger();
    private long freeAtNanos = System.nanoTime();

    ReolinkSnapshots(Map<Role, SceneFeed> feeds, DeviceSetup setup) {
        this.feeds = feeds;
        this.setup = setup;
    }

    int given() {
        return given.get();
    }

    void answer(HttpServerRequest request, ReolinkAccess access) {
        var width = number(request, "width");
        var height = number(request, "height");
        var error = access.error();
        if (error == null && !access.byToken() && (width < LEAST_WIDTH || height < LEAST_HEIGHT)) {
            error = ReolinkError.PLEASE_LOGIN;
        }
        if (error != null) {
            var answers = JsonNodeFactory.instance.arrayNode().add(ReolinkJson.error("Snap", error));
            Replies.text(request, 200, "text/html", ReolinkJson.write(answers));
            return;
        }
        var small = "sub".equals(request.getParam("snapType")) || (width > 0 && width <= LEAST_WIDTH);
        var wait = turn(small ? SMALL_MILLIS : LARGE_MILLIS);
        setup.vertx().setTimer(wait, turn -> take(request, small ? Role.SUB : Role.MAIN, width));
    }

    private void take(HttpServerRequest request, Role role, int width) {
        var feed = Objects.requireNonNull(feeds.get(role));
        Future.fromCompletionStage(feed.still(width), setup.vertx().getOrCreateContext())
                .onSuccess(jpeg -> {
                    given.incrementAndGet();
                    Replies.jpeg(request, jpeg);
                })
                .onFailure(failure -> Replies.text(request, 500, "text/html", "The encoder failed\n"));
    }

    /** How long to wait until the encoder is done with all before and with this one. */
    private long turn(long millis) {
        var now = System.nanoTime();
        freeAtNanos = Math.max(freeAtNanos, now) + millis * NANOS;
        return (freeAtNanos - now) / NANOS + 1;
    }

    private static int number(HttpServerRequest request, String name) {
        var text = request.getParam(name, "");
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
