// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.nightjar.gateway.live.LiveState;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.PartListener;
import io.nightjar.kit.PartStream;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All feeds of pictures that somebody watches, one per kind however many watch it. */
@Singleton
public class PictureFeeds {

    /** Somebody's place at a feed. */
    public interface Watch {
        void stop();
    }

    private final LiveState state;
    private final InternalClient client;
    private final Clock clock;
    private final Vertx vertx;
    private final Map<FeedKey, PictureFeed> feeds = new HashMap<>();

    PictureFeeds(LiveState state, InternalClient client, Clock clock, Vertx vertx) {
        this.state = state;
        this.client = client;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** @param watcher called for every picture, on an event loop; must hand it on or let it go, never wait */
    public synchronized Watch watch(FeedKey key, Consumer<Picture> watcher) {
        var feed = feeds.computeIfAbsent(
                key, fresh -> new PictureFeed(fresh, this::open, clock, vertx, () -> release(fresh)));
        feed.add(watcher);
        return () -> feed.remove(watcher);
    }

    /** How many connections to ingest are open or wanted. */
    public synchronized int count() {
        return feeds.size();
    }

    private synchronized void release(FeedKey key) {
        var feed = feeds.get(key);
        if (feed != null && feed.closeIfIdle()) {
            feeds.remove(key);
        }
    }

    private Optional<PartStream> open(FeedKey key, PartListener listener) {
        return state.heard(key.source())
                .map(heard -> client.stream(heard.health().instance(), key.path(), listener));
    }
}
