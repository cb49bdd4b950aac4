// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Begins answers as cameras send them: neither length nor chunks, the end of the connection is the end. */
final class Endless {

    private Endless() {}

    static void begin(HttpServerResponse response, String contentType) {
        // Vert.x wants a framing to be chosen; the header that chooses none is left out before it is sent.
        response.putHeader(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.IDENTITY);
        response.headersEndHandler(sending -> response.headers().remove(HttpHeaders.TRANSFER_ENCODING));
        response.putHeader("Cache-Control", "no-cache");
        response.putHeader("Connection", "close");
        response.putHeader("Content-Type", contentType);
    }
}
