// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Answers in one piece. A client that has gone meanwhile gets none. */
public final class Replies {

    private Replies() {}

    public static void text(HttpServerRequest request, int status, String contentType, String text) {
        bytes(request, status, contentType, Buffer.buffer(text));
    }

    public static void jpeg(HttpServerRequest request, byte[] jpeg) {
        bytes(request, 200, "image/jpeg", Buffer.buffer(jpeg));
    }

    public static void bytes(HttpServerRequest request, int status, String contentType, Buffer body) {
        var response = request.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", contentType)
                    .end(body);
        }
    }
}
