// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.simulators.Waiting;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A camera on loopback that plays a {@link Clip}: for streams with B-frames or H.265. Never close it on an event loop. */
public final class ClipCamera implements AutoCloseable {

    private static final String PATH = "clip";

    private final Feed feed;
    private final CameraServer server;
    private final @Nullable Vertx owned;

    private ClipCamera(Clip clip, Vertx vertx, @Nullable Vertx owned) {
        this.feed = new ClipFeed(clip, Clock.system(ZoneId.systemDefault()));
        this.owned = owned;
        this.server = CameraServer.start(
                RtspSetup.of(clip.name(), stream -> Optional.of(feed)
                        .filter(known -> stream.path().equals(PATH))),
                new Behaviour(),
                vertx);
    }

    public static ClipCamera start(Clip clip, Vertx vertx) {
        return new ClipCamera(clip, vertx, null);
    }

    /** Starts with a Vert.x of its own, which ends with the camera. */
    public static ClipCamera start(Clip clip) {
        var vertx = SimulatorVertx.create();
        return new ClipCamera(clip, vertx, vertx);
    }

    public String url() {
        return "rtsp://" + CameraServer.HOST + ":" + server.port() + "/" + PATH;
    }

    public int playing() {
        return feed.viewers();
    }

    @Override
    public void close() {
        server.close();
        feed.close();
        if (owned != null) {
            Waiting.await(owned.close());
        }
    }
}
