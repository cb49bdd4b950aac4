// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.gateway.live.EventLog;
import io.nightjar.gateway.live.LiveEvent;
import io.nightjar.gateway.live.Messages;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.OpenChannels;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;

/** One reader of server-sent events. A reader that falls behind is let go; it resumes where it was. */
final class EventStream {
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int RETRY_MILLIS = 2_000;

    private final HttpServerResponse response;
    private final Caller caller;
    private final Subscriber subscriber;
    private final EventLog log;
    private final Messages messages;
    private final Vertx vertx;
    private final OpenChannels.Entry entry;
    private final EventLog.Listening listening;
    private final long heartbeat;
    private long last;
    private boolean closed;

    EventStream(
            HttpServerResponse response,
            Caller caller,
            Optional<String> resumeAfter,
            Subscriber subscriber,
            EventLog log,
            Messages messages,
            Vertx vertx) {
        this.response = response;
        this.caller = caller;
        this.subscriber = subscriber;
        this.log = log;
        this.messages = messages;
        this.vertx = vertx;
        Context loop = vertx.getOrCreateContext();
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("X-Accel-Buffering", "no");
        response.write("retry: " + RETRY_MILLIS + "\n\n");
        this.listening = log.listen(event -> loop.runOnContext(handed -> tell(event)));
        this.entry = subscriber.untilSessionEnds(caller, () -> loop.runOnContext(ended -> end()));
        this.heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> beat());
        response.closeHandler(gone -> close());
        response.exceptionHandler(gone -> close());
        resumeAfter.flatMap(log::after).ifPresentOrElse(this::replay, this::snapshot);
    }

    private void replay(List<LiveEvent> missed) {
        missed.forEach(this::tell);
    }

    private void snapshot() {
        var id = log.newestId();
        subscriber.now(caller).ifPresent(current -> write(id, "snapshot", messages.snapshot(current.user())));
    }

    private void tell(LiveEvent event) {
        if (closed || event.number() <= last) {
            return;
        }
        last = event.number();
        if (response.writeQueueFull()) {
            end();
            return;
        }
        subscriber
                .now(caller)
                .ifPresentOrElse(
                        current -> event.to(current.user(), subscriber.policy())
                                .ifPresent(json -> write(log.id(event), event.type(), json)),
                        this::end);
    }

    private void write(String id, String type, String json) {
        response.write("id: " + id + "\nevent: " + type + "\ndata: " + json + "\n\n");
    }

    private void beat() {
        if (subscriber.now(caller).isEmpty()) {
            end();
        } else if (!closed) {
            response.write(": still here\n\n");
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
        vertx.cancelTimer(heartbeat);
        listening.stop();
        entry.remove();
    }
}
