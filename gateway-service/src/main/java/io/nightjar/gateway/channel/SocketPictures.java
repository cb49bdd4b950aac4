// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.pictures.FeedKey;
import io.nightjar.gateway.pictures.Picture;
import io.nightjar.gateway.pictures.PictureFeeds;
import io.nightjar.gateway.session.Caller;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pictures of one page. A page that takes them slowly gets fewer, and always the newest. Used on the socket's own
 * event loop; feeds hand over from theirs.
 */
final class SocketPictures {
    private static final int MOST_WISHES = 64;

    private final ServerWebSocket socket;
    private final Context loop;
    private final Caller caller;
    private final Subscriber subscriber;
    private final PictureFeeds feeds;
    private final Map<PictureWish, PictureFeeds.Watch> watches = new LinkedHashMap<>();
    private final Map<PictureWish, Picture> waiting = new LinkedHashMap<>();

    SocketPictures(ServerWebSocket socket, Context loop, Caller caller, Subscriber subscriber, PictureFeeds feeds) {
        this.socket = socket;
        this.loop = loop;
        this.caller = caller;
        this.subscriber = subscriber;
        this.feeds = feeds;
    }

    /** Replaces what the page wants. What stays wanted goes on without a gap. */
    void want(List<PictureWish> wishes) {
        Set<PictureWish> wanted = new HashSet<>(wishes.subList(0, Math.min(wishes.size(), MOST_WISHES)));
        Set.copyOf(watches.keySet()).stream()
                .filter(wish -> !wanted.contains(wish))
                .forEach(this::leave);
        wanted.stream().filter(wish -> !watches.containsKey(wish)).forEach(this::join);
    }

    void drained() {
        while (!waiting.isEmpty() && !socket.isClosed() && !socket.writeQueueFull()) {
            var next = waiting.entrySet().iterator().next();
            waiting.remove(next.getKey());
            send(next.getKey(), next.getValue());
        }
    }

    void close() {
        Set.copyOf(watches.keySet()).forEach(this::leave);
    }

    private void join(PictureWish wish) {
        subscriber
                .watchable(caller, wish.camera())
                .flatMap(camera -> camera.servedBy(wish.role()))
                .map(source -> FeedKey.of(new StreamId(wish.camera(), source), wish.fps(), wish.width()))
                .ifPresent(key -> watches.put(
                        wish, feeds.watch(key, picture -> loop.runOnContext(handed -> offer(wish, picture)))));
    }

    private void leave(PictureWish wish) {
        var watch = watches.remove(wish);
        waiting.remove(wish);
        if (watch != null) {
            watch.stop();
        }
    }

    private void offer(PictureWish wish, Picture picture) {
        if (!watches.containsKey(wish) || socket.isClosed()) {
            return;
        }
        if (subscriber.watchable(caller, wish.camera()).isEmpty()) {
            leave(wish);
        } else if (socket.writeQueueFull()) {
            waiting.put(wish, picture);
        } else {
            waiting.remove(wish);
            send(wish, picture);
        }
    }

    private void send(PictureWish wish, Picture picture) {
        // A failed write means a closed socket, which is cleaned up when it says so.
        socket.writeBinaryMessage(PictureFrame.of(wish, picture));
    }
}
