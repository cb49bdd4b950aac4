// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.simulators.rtsp.Feed;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** One feed as HLS, written while somebody asks for it. Lives on the event loop. */
final class HlsPages {

    private static final long IDLE_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 100;
    private static final int MOST_LOOKS = 80;

    private final Feed feed;
    private final Vertx vertx;
    private final HlsWindow window = new HlsWindow();
    private @Nullable RollingHls writing;
    private long idleTimer;

    HlsPages(Feed feed, Vertx vertx) {
        this.feed = feed;
        this.vertx = vertx;
    }

    void answer(HttpServerRequest request, String file) {
        keepWriting();
        if (file.equals("index.m3u8")) {
            playlist(request, MOST_LOOKS);
            return;
        }
        window.file(file)
                .ifPresentOrElse(
                        bytes -> Replies.bytes(request, 200, "video/mp4", Buffer.buffer(bytes)),
                        () -> Replies.text(request, 404, "text/plain", "There is no such segment\n"));
    }

    private void playlist(HttpServerRequest request, int looksLeft) {
        if (window.ready()) {
            Replies.text(request, 200, "application/vnd.apple.mpegurl", window.playlist());
        } else if (looksLeft == 0) {
            Replies.text(request, 503, "text/plain", "Nothing was recorded yet\n");
        } else {
            vertx.setTimer(LOOK_MILLIS, later -> playlist(request, looksLeft - 1));
        }
    }

    private void keepWriting() {
        if (writing == null) {
            writing = new RollingHls(window);
            feed.watch(writing);
        }
        vertx.cancelTimer(idleTimer);
        idleTimer = vertx.setTimer(IDLE_MILLIS, idle -> stop());
    }

    private void stop() {
        var ended = writing;
        if (ended != null) {
            writing = null;
            window.clear();
            feed.leave(ended);
        }
    }
}
