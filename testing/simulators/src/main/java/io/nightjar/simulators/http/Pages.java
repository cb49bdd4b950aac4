// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Answers requests, on the event loop. */
public interface Pages {
    void answer(HttpServerRequest request, Buffer body);
}
