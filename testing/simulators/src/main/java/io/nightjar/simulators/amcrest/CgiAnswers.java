// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.Replies;
import io.vertx.core.http.HttpServerRequest;

/** Answers as the CGI words them. */
final class CgiAnswers {

    static final String TEXT = "text/plain;charset=utf-8";

    private static final String LINE_END = "\r\n";

    private final Switches<AmcrestSwitch> switches;

    CgiAnswers(Switches<AmcrestSwitch> switches) {
        this.switches = switches;
    }

    /** Lines of key and value, or OK. */
    void lines(HttpServerRequest request, String... lines) {
        Replies.text(request, 200, TEXT, String.join(LINE_END, lines) + LINE_END);
    }

    void badRequest(HttpServerRequest request) {
        error(request, 400, "Bad Request!");
    }

    void notFound(HttpServerRequest request) {
        error(request, 404, "Not Found!");
    }

    void failed(HttpServerRequest request) {
        error(request, 500, "Internal Error!");
    }

    void busy(HttpServerRequest request) {
        error(request, 503, "Service Unavailable!");
    }

    private void error(HttpServerRequest request, int status, String text) {
        Replies.text(request, switches.isOn(AmcrestSwitch.ERRORS_AS_OK) ? 200 : status, TEXT, error(text));
    }

    static String error(String text) {
        return "Error" + LINE_END + text + LINE_END;
    }
}
