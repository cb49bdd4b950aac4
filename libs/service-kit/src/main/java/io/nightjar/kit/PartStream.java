// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An endless multipart answer being received. Cancelling it closes the connection, so that the sender stops. */
public final class PartStream {

    private final PartListener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<@Nullable HttpClientRequest> request = new AtomicReference<>();

    PartStream(PartListener listener) {
        this.listener = listener;
    }

    /** Ends the stream without another call of the listener. */
    public void cancel() {
        if (over.compareAndSet(false, true)) {
            reset();
        }
    }

    public boolean isOver() {
        return over.get();
    }

    void opened(HttpClientRequest opened) {
        request.set(opened);
        if (over.get()) {
            reset();
        }
    }

    void receive(HttpClientResponse response) {
        var parser = new MultipartParser(response.getHeader("Content-Type"), (headers, body) -> {
            if (!over.get()) {
                listener.onPart(headers, body);
            }
        });
        response.handler(bytes -> {
            try {
                parser.accept(bytes);
            } catch (Problem bad) {
                fail(bad);
                reset();
            }
        });
        response.endHandler(ended -> end(null));
        response.exceptionHandler(failure -> fail(Failures.unreachable(failure)));
    }

    void fail(Problem failure) {
        end(failure);
    }

    private void end(@Nullable Problem failure) {
        if (over.compareAndSet(false, true)) {
            listener.onEnd(failure);
        }
    }

    private void reset() {
        var opened = request.get();
        if (opened != null) {
            opened.reset();
        }
    }
}
