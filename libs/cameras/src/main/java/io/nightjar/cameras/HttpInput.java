// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.Headers;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/** The bytes of a connection, read as lines first and as a body then. Lines may end in CR LF or LF alone. */
final class HttpInput {

    private static final int BUFFER = 16 * 1024;

    private final BufferedInputStream input;

    HttpInput(InputStream input) {
        this.input = new BufferedInputStream(input, BUFFER);
    }

    /** One line without its end; fails when the connection ends first. */
    String line() throws IOException {
        var bytes = new byte[256];
        int length = 0;
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("closed");
            }
            if (length == HttpLink.LONGEST_HEAD) {
                throw new GarbledAnswer("A line is too long", null);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = (byte) next;
        }
        int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    int read(byte[] target, int offset, int length) throws IOException {
        return input.read(target, offset, length);
    }

    /** Header lines up to the empty one. A line without a name is left out, as some cameras send such. */
    Headers headers() throws IOException {
        var headers = new ArrayList<Headers.Line>();
        int size = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            size += line.length();
            if (size > HttpLink.LONGEST_HEAD) {
                throw new GarbledAnswer("The headers are too long", null);
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Headers.Line(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return new Headers(headers);
    }
}
