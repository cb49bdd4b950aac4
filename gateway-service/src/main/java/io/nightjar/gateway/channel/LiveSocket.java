// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.gateway.live.EventLog;
import io.nightjar.gateway.live.LiveEvent;
import io.nightjar.gateway.live.Messages;
import io.nightjar.gateway.pictures.PictureFeeds;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.OpenChannels;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One page's socket. Lives on one event loop; events and pictures come to it from elsewhere by way of that loop. */
final class LiveSocket implements Farewell.Leaver {
    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    private static final short SESSION_ENDED = 4401;
    private static final short NOT_UNDERSTOOD = 4400;
    private static final int WRITE_QUEUE = 384 * 1024;
    private static final long CHECK_MILLIS = 20_000;

    private final ServerWebSocket socket;
    private final Caller caller;
    private final Subscriber subscriber;
    private final EventLog log;
    private final Messages messages;
    private final Farewell farewell;
    private final Vertx vertx;
    private final SocketVoice voice;
    private final Context loop;
    private final SocketPictures pictures;
    private final SocketHeads heads;
    private final MessageRate rate = new MessageRate(System::nanoTime);
    private final OpenChannels.Entry entry;
    private final long checks;
    private EventLog.@Nullable Listening listening;
    private boolean behind;
    private boolean answered = true;

    LiveSocket(
            ServerWebSocket socket,
            Caller caller,
            Subscriber subscriber,
            EventLog log,
            Messages messages,
            PictureFeeds feeds,
            HeadMeans means,
            Farewell farewell,
            Vertx vertx) {
        this.socket = socket;
        this.caller = caller;
        this.subscriber = subscriber;
        this.log = log;
        this.messages = messages;
        this.farewell = farewell;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.pictures = new SocketPictures(socket, loop, caller, subscriber, feeds);
        this.voice = new SocketVoice(socket, loop);
        this.heads = new SocketHeads(means, voice);
        this.entry = subscriber.untilSessionEnds(caller, () -> loop.runOnContext(ended -> sayGoodbye()));
        this.checks = vertx.setPeriodic(CHECK_MILLIS, timer -> check());
        socket.setWriteQueueMaxSize(WRITE_QUEUE);
        socket.textMessageHandler(this::heard);
        socket.drainHandler(drained -> drained());
        socket.pongHandler(pong -> answered = true);
        socket.exceptionHandler(failure -> LOG.debugf("A live socket broke: %s", failure.getMessage()));
        socket.closeHandler(closed -> close());
        farewell.opened(this);
    }

    @Override
    public CompletableFuture<Void> leave() {
        var left = new CompletableFuture<Void>();
        loop.runOnContext(ending -> {
            heads.close();
            left.complete(null);
        });
        return left;
    }

    private void heard(String text) {
        subscriber.now(caller).ifPresentOrElse(current -> heard(text, current), this::sayGoodbye);
    }

    private void heard(String text, Caller current) {
        try {
            var message = ContractsJson.mapper().readTree(text);
            if (!PtzMessage.isStop(message) && !rate.allows()) {
                return;
            }
            switch (message.path("type").asText("")) {
                case "ptz" -> heads.heard(message, current.user());
                case "hello" -> hello();
                case "pictures" ->
                    pictures.want(StreamSupport.stream(message.path("want").spliterator(), false)
                            .flatMap(wish -> PictureWish.parse(wish).stream())
                            .toList());
                case "ping" -> ping(message);
                default -> LOG.debugf("A page said something this version does not know");
            }
        } catch (JsonProcessingException garbled) {
            socket.close(NOT_UNDERSTOOD, "not JSON");
        }
    }

    private void ping(JsonNode message) {
        say(messages.pong(message.path("t").asLong()));
    }

    private void hello() {
        if (listening == null) {
            listening = log.listen(event -> loop.runOnContext(handed -> tell(event)));
        }
        snapshot();
    }

    private void snapshot() {
        behind = false;
        subscriber.now(caller).ifPresent(current -> say(messages.snapshot(current.user())));
    }

    private void tell(LiveEvent event) {
        // Handed over before the socket closed: asking a closed one whether it is full is a fault to Vert.x.
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            // Too slow for every step: the whole picture later costs less than all steps in between.
            behind = true;
            return;
        }
        subscriber
                .now(caller)
                .ifPresentOrElse(
                        current -> event.to(current.user(), subscriber.policy()).ifPresent(this::say),
                        this::sayGoodbye);
    }

    private void drained() {
        if (behind) {
            snapshot();
        }
        pictures.drained();
    }

    /** Finds connections that died without a word, and sessions that ran out. */
    private void check() {
        if (subscriber.now(caller).isEmpty()) {
            sayGoodbye();
        } else if (!answered) {
            socket.close();
        } else {
            answered = false;
            socket.writePing(io.vertx.core.buffer.Buffer.buffer("nightjar"));
        }
    }

    private void sayGoodbye() {
        // At once: a page that does not answer the goodbye keeps its socket for a while.
        heads.close();
        if (!socket.isClosed()) {
            say(Messages.bye("session-ended"));
            socket.close(SESSION_ENDED, "session-ended");
        }
    }

    private void say(String text) {
        voice.say(text);
    }

    private void close() {
        farewell.closed(this);
        vertx.cancelTimer(checks);
        entry.remove();
        heads.close();
        pictures.close();
        if (listening != null) {
            listening.stop();
        }
    }
}
