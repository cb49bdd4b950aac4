// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.nightjar.simulators.flv.FlvVideo;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.KeyGate;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One RTMP client: greets, answers its commands, plays what it asks for. Lives on the event loop. */
final class RtmpConnection implements Feed.Viewer {

    private static final Logger LOG = Logger.getLogger(RtmpConnection.class);
    private static final int STREAM = 1;
    private static final int WINDOW = 2_500_000;

    private final NetSocket socket;
    private final RtmpStreams streams;
    private final Behaviour behaviour;
    private final Vertx vertx;
    private final Context context;
    private final RtmpHandshake handshake = new RtmpHandshake();
    private final ChunkReader reader = new ChunkReader(this::message);
    private final FlvVideo video = new FlvVideo();
    private final KeyGate keys = new KeyGate();
    private String application = "";
    private @Nullable Feed feed;

    RtmpConnection(NetSocket socket, RtmpStreams streams, Behaviour behaviour, Vertx vertx) {
        this.socket = socket;
        this.streams = streams;
        this.behaviour = behaviour;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        socket.handler(this::received);
        socket.exceptionHandler(failure -> LOG.debugf("connection failed cause=%s", failure.getMessage()));
    }

    Future<Void> close() {
        return socket.close();
    }

    /** The connection is closed. */
    void ended() {
        if (feed != null) {
            feed.leave(this);
        }
    }

    private void received(Buffer bytes) {
        try {
            if (handshake.done()) {
                reader.feed(bytes);
                return;
            }
            socket.write(handshake.feed(bytes));
            if (handshake.done()) {
                reader.feed(handshake.rest());
            }
        } catch (RuntimeException malformed) {
            LOG.infof("closed an RTMP connection cause=%s", malformed.getMessage());
            socket.close();
        }
    }

    private void message(RtmpMessage message) {
        // Acknowledgements and the like need no answer.
        if (message.type() == RtmpMessage.COMMAND && !behaviour.silent()) {
            var delay = behaviour.answerDelay();
            if (delay.isZero()) {
                command(message.values());
            } else {
                vertx.setTimer(delay.toMillis(), late -> command(message.values()));
            }
        }
    }

    private void command(List<@Nullable Object> values) {
        var name = String.valueOf(values.getFirst());
        var transaction = values.size() > 1 ? values.get(1) : null;
        switch (name) {
            case "connect" -> connect(transaction, values.get(2));
            case "createStream" -> send(RtmpMessage.command(0, "_result", transaction, null, STREAM));
            case "play" -> play(String.valueOf(values.get(3)));
            case "deleteStream", "closeStream" -> ended();
            default -> LOG.debugf("left an RTMP command unanswered command=%s", name);
        }
    }

    private void connect(@Nullable Object transaction, @Nullable Object arguments) {
        application = arguments instanceof Map<?, ?> fields ? String.valueOf(fields.get("app")) : "";
        send(RtmpMessage.number(RtmpMessage.WINDOW, WINDOW));
        send(RtmpMessage.bandwidth(WINDOW));
        send(RtmpMessage.number(RtmpMessage.CHUNK_SIZE, ChunkWriter.SIZE));
        var properties = Map.<String, Object>of("fmsVer", "FMS/3,0,1,123", "capabilities", 31);
        send(RtmpMessage.command(
                0,
                "_result",
                transaction,
                properties,
                status("NetConnection.Connect.Success", "Connection succeeded.")));
    }

    private void play(String address) {
        var found = streams.find(application, address);
        if (found.isEmpty()) {
            LOG.infof("hung up on an RTMP client application=%s", application);
            socket.close();
            return;
        }
        ended();
        send(RtmpMessage.streamBegins(STREAM));
        send(RtmpMessage.command(
                STREAM, "onStatus", 0, null, status("NetStream.Play.Reset", "Playing and resetting.")));
        send(RtmpMessage.command(STREAM, "onStatus", 0, null, status("NetStream.Play.Start", "Started playing.")));
        send(RtmpMessage.data(STREAM, "onMetaData", Map.of("videocodecid", 7)));
        feed = found.get();
        keys.begin();
        found.get().watch(this);
    }

    private static Map<String, Object> status(String code, String description) {
        var status = new LinkedHashMap<String, Object>();
        status.put("level", "status");
        status.put("code", code);
        status.put("description", description);
        return status;
    }

    @Override
    public void picture(Feed.Unit unit) {
        context.runOnContext(ignored -> deliver(unit));
    }

    private void deliver(Feed.Unit unit) {
        if (feed != null && keys.admits(unit, !behaviour.silent() && !socket.writeQueueFull())) {
            video.tags(unit).forEach(tag -> send(new RtmpMessage(tag.type(), STREAM, tag.millis(), tag.body())));
        }
    }

    private void send(RtmpMessage message) {
        socket.write(ChunkWriter.write(message));
    }
}
