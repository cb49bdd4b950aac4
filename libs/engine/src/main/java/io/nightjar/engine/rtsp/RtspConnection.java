// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.rtsp.Headers;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/** One TCP connection: cuts its bytes into items, answers requests one after the other, and ends its session with it. */
final class RtspConnection {

    private static final Logger LOG = Logger.getLogger(RtspConnection.class);

    private static final long TICK_MILLIS = 250;
    private static final long FLUSH_MILLIS = 2000;
    private static final int MAX_WAITING_REQUESTS = 64;

    /** About four seconds of a large picture; beyond it a player counts as slow. */
    private static final int WRITE_QUEUE_BYTES = 2 << 20;

    private final RtspContext context;
    private final NetSocket socket;
    private final Context loop;
    private final RtspParser parser = new RtspParser();
    private final Deque<RtspRequest> waiting = new ArrayDeque<>();
    private final RtspMethods methods;
    private long ticker;
    private long lastHeard;
    private boolean answering;
    private boolean closed;

    RtspConnection(RtspContext context, NetSocket socket) {
        this.context = context;
        this.socket = socket;
        this.loop = Vertx.currentContext();
        this.methods = new RtspMethods(context, this);
        this.lastHeard = context.nowMicros();
    }

    void start() {
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        socket.handler(this::received);
        socket.exceptionHandler(failure ->
                LOG.debugf("connection failed cause=%s", failure.getClass().getSimpleName()));
        socket.closeHandler(done -> ended("The connection was closed"));
        ticker = context.vertx().setPeriodic(TICK_MILLIS, id -> tick());
    }

    String peerHost() {
        return socket.remoteAddress().hostAddress();
    }

    Context loop() {
        return loop;
    }

    boolean closed() {
        return closed;
    }

    boolean full() {
        return socket.writeQueueFull();
    }

    void write(byte[] bytes, int length) {
        if (!closed) {
            // A failed write closes the connection, which is noticed there.
            var unused = socket.write(Buffer.buffer(length).appendBytes(bytes, 0, length));
        }
    }

    void heard() {
        lastHeard = context.nowMicros();
    }

    /** Ends the session and, once what is written has gone out, the connection. */
    void close(String reason) {
        ended(reason);
        var unused = socket.close();
        // A client that takes nothing would keep its buffers for ever.
        context.vertx().setTimer(FLUSH_MILLIS, id -> abort(reason));
    }

    /** Ends session and connection without waiting for what is still to be written. */
    void abort(String reason) {
        ended(reason);
        var unused = ((NetSocketInternal) socket).channelHandlerContext().close();
    }

    private void received(Buffer chunk) {
        heard();
        try {
            parser.feed(ByteBuffer.wrap(chunk.getBytes()), this::item);
        } catch (RtspException broken) {
            var reason = String.valueOf(broken.getMessage());
            write(new RtspResponse(broken.status(), reason, Headers.EMPTY, ""));
            close(reason);
        }
    }

    private void item(RtspItem item) {
        switch (item) {
            case RtspItem.Interleaved packet -> methods.interleaved(packet.channel(), packet.payload());
            case RtspRequest request -> enqueue(request);
            case RtspResponse ignored -> LOG.debug("a client sent a response");
        }
    }

    private void enqueue(RtspRequest request) {
        if (waiting.size() >= MAX_WAITING_REQUESTS) {
            close("Too many requests wait for their answer");
            return;
        }
        waiting.add(request);
        answerNext();
    }

    private void answerNext() {
        var request = answering || closed ? null : waiting.poll();
        if (request == null) {
            return;
        }
        answering = true;
        // Completes on this loop, at once where nothing is waited for: the answer to PLAY goes out before its media.
        methods.handle(request).onComplete(result -> {
            answering = false;
            answer(result.succeeded() ? result.result() : failure(request, result.cause()));
        });
    }

    private void answer(RtspResponse response) {
        if (closed) {
            return;
        }
        write(response);
        if (methods.exhausted()) {
            close("Too many wrong credentials");
        }
        answerNext();
    }

    private static RtspResponse failure(RtspRequest request, Throwable cause) {
        if (cause instanceof RtspException refused) {
            return RtspResponse.to(request, refused.status(), String.valueOf(refused.getMessage()));
        }
        LOG.errorf(cause, "RTSP request failed method=%s", request.method());
        return RtspResponse.to(request, 500);
    }

    private void write(RtspResponse response) {
        var bytes = response.toBytes();
        write(bytes, bytes.length);
    }

    private void tick() {
        long now = context.nowMicros();
        methods.tick(now);
        boolean idle = now - lastHeard > context.options().idleTimeout().toNanos() / 1000;
        if (idle && !answering && !methods.running()) {
            close("The client said nothing for too long");
        }
    }

    private void ended(String reason) {
        if (!closed) {
            closed = true;
            context.vertx().cancelTimer(ticker);
            methods.end(reason);
        }
    }
}
