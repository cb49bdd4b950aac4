// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.nightjar.simulators.rtsp.StillViewer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;

/** An endless MJPEG stream as the answer to one HTTP request. Lives on the event loop. */
public final class MultipartAnswer implements StillViewer {

    private static final String BOUNDARY = "myboundary";
    private static final int LINE_BREAK = 2;

    private final HttpServerResponse response;
    private final Behaviour behaviour;
    private final Context context;
    private final Set<MultipartDefect> defects;
    private final String lineEnd;

    private MultipartAnswer(
            HttpServerResponse response, Behaviour behaviour, Context context, Set<MultipartDefect> defects) {
        this.response = response;
        this.behaviour = behaviour;
        this.context = context;
        this.defects = defects;
        this.lineEnd = defects.contains(MultipartDefect.NEWLINES_ONLY) ? "\n" : "\r\n";
    }

    /** Sends until the client hangs up, with these defects from the first byte on. */
    public static void send(
            HttpServerRequest request,
            SceneFeed feed,
            Behaviour behaviour,
            Vertx vertx,
            String contentType,
            Set<MultipartDefect> defects) {
        var response = request.response();
        var viewer = new MultipartAnswer(response, behaviour, vertx.getOrCreateContext(), defects);
        var dashes = defects.contains(MultipartDefect.DASHES_IN_HEAD) ? "--" : "";
        Endless.begin(response, contentType + "; boundary=" + dashes + BOUNDARY);
        response.closeHandler(closed -> feed.leaveStills(viewer));
        response.write("");
        feed.watchStills(viewer);
    }

    @Override
    public void still(byte[] jpeg) {
        context.runOnContext(ignored -> deliver(jpeg));
    }

    private void deliver(byte[] jpeg) {
        if (!response.closed() && !behaviour.silent() && !response.writeQueueFull()) {
            response.write(part(jpeg));
        }
    }

    private Buffer part(byte[] jpeg) {
        var part = Buffer.buffer(jpeg.length + 128);
        part.appendString(defects.contains(MultipartDefect.SPACED_BOUNDARY) ? "-- " : "--");
        line(part, BOUNDARY);
        line(part, "Content-Type: image/jpeg");
        if (!defects.contains(MultipartDefect.NO_LENGTH)) {
            var wrong = defects.contains(MultipartDefect.WRONG_LENGTH) ? LINE_BREAK : 0;
            line(part, "Content-Length: " + (jpeg.length + wrong));
        }
        line(part, "");
        part.appendBytes(jpeg);
        line(part, "");
        return part;
    }

    private void line(Buffer target, String text) {
        target.appendString(text).appendString(lineEnd);
    }
}
