// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.simulators.flv.FlvTag;
import io.nightjar.simulators.flv.FlvVideo;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.KeyGate;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** An endless FLV stream as the answer to one HTTP request. Lives on the event loop. */
public final class FlvAnswer implements Feed.Viewer {

    private final HttpServerResponse response;
    private final Behaviour behaviour;
    private final Context context;
    private final FlvVideo video = new FlvVideo();
    private final KeyGate keys = new KeyGate();

    private FlvAnswer(HttpServerResponse response, Behaviour behaviour, Context context) {
        this.response = response;
        this.behaviour = behaviour;
        this.context = context;
    }

    /** Sends until the client hangs up. */
    public static void send(HttpServerRequest request, Feed feed, Behaviour behaviour, Vertx vertx) {
        var response = request.response();
        var viewer = new FlvAnswer(response, behaviour, vertx.getOrCreateContext());
        Endless.begin(response, "video/x-flv");
        response.closeHandler(closed -> feed.leave(viewer));
        response.write(FlvTag.fileHeader());
        feed.watch(viewer);
    }

    @Override
    public void picture(Feed.Unit unit) {
        context.runOnContext(ignored -> deliver(unit));
    }

    private void deliver(Feed.Unit unit) {
        if (!response.closed() && keys.admits(unit, !behaviour.silent() && !response.writeQueueFull())) {
            video.tags(unit).forEach(tag -> response.write(tag.framed()));
        }
    }
}
