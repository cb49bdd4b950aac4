// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts multipart/x-mixed-replace into parts as bytes arrive; every part must say its length. */
final class MultipartParser {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int LARGEST_PART = 16 * 1024 * 1024;

    private final String delimiter;
    private final BiConsumer<Map<String, String>, Buffer> parts;
    private Buffer pending = Buffer.buffer();
    private @Nullable Map<String, String> head;
    private int length;

    MultipartParser(@Nullable String contentType, BiConsumer<Map<String, String>, Buffer> parts) {
        var boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            throw bad("it names no boundary");
        }
        this.delimiter = "--" + boundary.group(1);
        this.parts = parts;
    }

    void accept(Buffer bytes) {
        pending.appendBuffer(bytes);
        int used = 0;
        for (int next = step(used); next >= 0; next = step(used)) {
            used = next;
        }
        pending = used == 0 ? pending : pending.getBuffer(used, pending.length());
    }

    /** Where the next step begins, or -1 when more bytes are needed first. */
    private int step(int from) {
        if (head != null) {
            return body(from, head);
        }
        int end = find(from);
        if (end < 0) {
            if (pending.length() - from > LONGEST_HEAD) {
                throw bad("a part has no end of its headers");
            }
            return -1;
        }
        head = parse(pending.getString(from, end, "ISO-8859-1"));
        length = length(head);
        return end + HEAD_END.length;
    }

    private int body(int from, Map<String, String> headers) {
        if (pending.length() - from < length) {
            return -1;
        }
        head = null;
        parts.accept(headers, pending.getBuffer(from, from + length));
        return from + length;
    }

    private int find(int from) {
        for (int at = from; at <= pending.length() - HEAD_END.length; at++) {
            if (pending.getByte(at) == '\r'
                    && pending.getByte(at + 1) == '\n'
                    && pending.getByte(at + 2) == '\r'
                    && pending.getByte(at + 3) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private Map<String, String> parse(String text) {
        var headers = new HashMap<String, String>();
        var inPart = false;
        for (var line : text.split("\r\n")) {
            if (line.startsWith(delimiter)) {
                inPart = true;
            } else if (inPart && line.indexOf(':') > 0) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        if (!inPart) {
            throw bad("a part does not begin with the boundary");
        }
        return headers;
    }

    private static int length(Map<String, String> headers) {
        try {
            int value = Integer.parseInt(headers.getOrDefault("content-length", ""));
            if (value >= 0 && value <= LARGEST_PART) {
                return value;
            }
            throw bad("a part is too large");
        } catch (NumberFormatException missing) {
            throw bad("a part does not say its length");
        }
    }

    private static Problem bad(String why) {
        return Problem.of(
                Problem.Kind.INTERNAL, "Another service of Nightjar sent pictures that cannot be read: " + why + ".");
    }
}
