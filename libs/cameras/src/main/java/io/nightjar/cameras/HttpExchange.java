// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.rtsp.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A camera's answer whose body is still coming. Close it; closing from another thread ends a read that waits. */
public final class HttpExchange implements AutoCloseable {

    private final HttpLink link;
    private final int status;
    private final Headers headers;
    private final InputStream body;
    private final AtomicReference<HostGate.@Nullable Pass> pass = new AtomicReference<>();
    private boolean linkTaken;

    HttpExchange(HttpLink link, int status, Headers headers, InputStream body) {
        this.link = link;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    /** Reads block for as long as was last set by {@link #patience}, then fail with a SocketTimeoutException. */
    public InputStream body() {
        return body;
    }

    /** How long a single read may wait from now on. */
    public void patience(Duration perRead) {
        link.patience(perRead);
    }

    public void orFail() {
        HttpStatus.check(status);
    }

    HttpLink link() {
        return link;
    }

    /** From now on it is not closed with this. */
    HttpLink takeLink() {
        linkTaken = true;
        return link;
    }

    HttpAnswer whole(int maxBody) throws IOException {
        var bytes = body.readNBytes(maxBody + 1);
        if (bytes.length > maxBody) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "The camera's answer is longer than " + maxBody + " bytes.");
        }
        return new HttpAnswer(status, headers, bytes);
    }

    /** Its connection may be used for another request, now that its body was read. */
    boolean leavesLink() throws IOException {
        return link.lasting() && drained();
    }

    /** Makes the connection free for the next request; false when it is not, and must be closed. */
    boolean drained() throws IOException {
        var connection = headers.get("Connection").orElse("");
        if (connection.equalsIgnoreCase("close") || !(body instanceof HttpBody bounded) || !bounded.delimited()) {
            return false;
        }
        try {
            return bounded.readNBytes(HttpLink.LONGEST_HEAD).length < HttpLink.LONGEST_HEAD;
        } catch (EOFException early) {
            return false;
        }
    }

    /** Keeps the camera to itself until it is closed. */
    void holds(HostGate.Pass held) {
        pass.set(held);
    }

    void until(Deadline deadline) {
        link.until(deadline);
    }

    @Override
    public void close() {
        if (!linkTaken) {
            link.close();
        }
        var held = pass.getAndSet(null);
        if (held != null) {
            held.close();
        }
    }
}
