// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.vertx.core.http.HttpServerRequest;

/** One script of the CGI, such as {@code magicBox.cgi}. The request is signed in. Lives on the event loop. */
interface Cgi {
    void answer(HttpServerRequest request);
}
