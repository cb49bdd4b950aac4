// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The body of an answer, however its end is marked: by a length, by chunks, or by the end of the connection. */
final class HttpBody extends InputStream {

    private static final long UNTIL_CLOSED = -1;
    private static final long NEXT_CHUNK = 0;

    private final HttpInput input;
    private final boolean chunked;
    private long left;
    private boolean ended;

    private HttpBody(HttpInput input, boolean chunked, long left) {
        this.input = input;
        this.chunked = chunked;
        this.left = left;
        this.ended = !chunked && left == 0;
    }

    static HttpBody of(String method, int status, Headers headers, HttpInput input) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new HttpBody(input, false, 0);
        }
        var coding = headers.get("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (coding.contains("chunked")) {
            return new HttpBody(input, true, NEXT_CHUNK);
        }
        var length = headers.get("Content-Length");
        return new HttpBody(input, false, length.isPresent() ? number(length.get(), 10) : UNTIL_CLOSED);
    }

    /** Whether its end can be told without the end of the connection. */
    boolean delimited() {
        return chunked || left != UNTIL_CLOSED;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ended && chunked && left == NEXT_CHUNK) {
            beginChunk();
        }
        if (ended) {
            return -1;
        }
        int wanted = left == UNTIL_CLOSED ? length : (int) Math.min(length, left);
        int count = input.read(target, offset, wanted);
        if (count < 0) {
            return closed();
        }
        if (left != UNTIL_CLOSED) {
            left -= count;
            endOfLength();
        }
        return count;
    }

    private int closed() throws EOFException {
        if (delimited()) {
            throw new EOFException("The answer ended early");
        }
        ended = true;
        return -1;
    }

    private void endOfLength() throws IOException {
        if (left > 0) {
            return;
        }
        if (chunked) {
            input.line();
        } else {
            ended = true;
        }
    }

    private void beginChunk() throws IOException {
        left = number(input.line().split(";", 2)[0], 16);
        if (left == 0) {
            ended = true;
            while (!input.line().isEmpty()) {
                // Trailers carry nothing that is used.
            }
        }
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long value = Long.parseLong(text.strip(), radix);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            throw new GarbledAnswer("A length is not a number", malformed);
        }
        throw new GarbledAnswer("A length is negative", null);
    }
}
