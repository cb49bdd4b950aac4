// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.pictures.FeedKey;
import io.nightjar.gateway.pictures.Picture;
import io.nightjar.gateway.pictures.PictureFeeds;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.OpenChannels;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** One viewer of MJPEG: no thread, and pictures that come while it is still busy with one are let go. */
final class MjpegStream {
    private static final String BOUNDARY = "nightjar";

    private final HttpServerResponse response;
    private final CameraId camera;
    private final Caller caller;
    private final Subscriber subscriber;
    private final OpenChannels.Entry entry;
    private final PictureFeeds.Watch watch;
    private boolean closed;

    MjpegStream(
            HttpServerResponse response,
            FeedKey key,
            Caller caller,
            Subscriber subscriber,
            PictureFeeds feeds,
            Vertx vertx) {
        this.response = response;
        this.camera = key.source().camera();
        this.caller = caller;
        this.subscriber = subscriber;
        Context loop = vertx.getOrCreateContext();
        response.setChunked(true).putHeader("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        this.entry = subscriber.untilSessionEnds(caller, () -> loop.runOnContext(ended -> end()));
        this.watch = feeds.watch(key, picture -> loop.runOnContext(handed -> show(picture)));
        response.closeHandler(gone -> close());
        response.exceptionHandler(gone -> close());
    }

    private void show(Picture picture) {
        if (closed) {
            return;
        }
        if (subscriber.watchable(caller, camera).isEmpty()) {
            end();
        } else if (!response.writeQueueFull()) {
            response.write(Buffer.buffer("--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: "
                            + picture.jpeg().length() + "\r\nX-Captured-At: " + picture.at() + "\r\n\r\n")
                    .appendBuffer(picture.jpeg())
                    .appendString("\r\n"));
        }
    }

    private void end() {
        if (!closed) {
            close();
            response.end();
        }
    }

    private void close() {
        closed = true;
        watch.stop();
        entry.remove();
    }
}
