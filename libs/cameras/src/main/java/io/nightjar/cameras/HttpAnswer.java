// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a camera answered, whole. Its text form shows the status only. */
public final class HttpAnswer {

    private final int status;
    private final Headers headers;
    private final byte[] body;

    HttpAnswer(int status, Headers headers, byte[] body) {
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

    /** The answer's own bytes, not a copy. */
    public byte[] body() {
        return body;
    }

    public boolean successful() {
        return status / 100 == 2;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The type without its parameters, in lower case. */
    public String contentType() {
        return headers.get("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** This answer, if it is a success; otherwise what the status means. */
    public HttpAnswer orFail() {
        HttpStatus.check(status);
        return this;
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
