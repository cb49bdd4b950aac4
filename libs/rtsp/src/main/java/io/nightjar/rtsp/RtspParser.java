// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one connection into messages and interleaved packets, however they were split on the way. After an
 * {@link RtspException} the place in the stream is lost: close the connection. Used by one thread at a time.
 */
public final class RtspParser {

    public static final int MAX_HEADER_BYTES = 64 << 10;
    public static final int MAX_BODY_BYTES = 1 << 20;

    private byte[] bytes = new byte[16 << 10];
    private int start;
    private int end;
    private int scanned;
    private @Nullable MessageHead head;

    /** Takes the next bytes and hands on every item that is now complete, in order. */
    public void feed(ByteBuffer chunk, Consumer<? super RtspItem> items) {
        append(chunk);
        while ((start < end || head != null) && next(items)) {
            // each turn took one item out of the buffer
        }
    }

    public void feed(byte[] chunk, Consumer<? super RtspItem> items) {
        feed(ByteBuffer.wrap(chunk), items);
    }

    private boolean next(Consumer<? super RtspItem> items) {
        if (head != null) {
            return message(items);
        }
        int first = bytes[start];
        if (first == RtspItem.Interleaved.MAGIC) {
            return interleaved(items);
        }
        if (first == '\r' || first == '\n') {
            advance(1);
            return true;
        }
        return message(items);
    }

    private boolean interleaved(Consumer<? super RtspItem> items) {
        if (end - start < RtspItem.Interleaved.HEADER_BYTES) {
            return false;
        }
        int length = (bytes[start + 2] & 0xff) << 8 | (bytes[start + 3] & 0xff);
        int payload = start + RtspItem.Interleaved.HEADER_BYTES;
        if (end - payload < length) {
            return false;
        }
        int channel = bytes[start + 1] & 0xff;
        advance(RtspItem.Interleaved.HEADER_BYTES + length);
        items.accept(new RtspItem.Interleaved(
                channel, ByteBuffer.wrap(bytes, payload, length).slice()));
        return true;
    }

    private boolean message(Consumer<? super RtspItem> items) {
        if (head == null && !readHead()) {
            return false;
        }
        var complete = requireNonNull(head);
        int bodyLength = complete.contentLength(MAX_BODY_BYTES);
        if (end - start < bodyLength) {
            return false;
        }
        var body = new String(bytes, start, bodyLength, UTF_8);
        head = null;
        advance(bodyLength);
        items.accept(complete.message(body));
        return true;
    }

    private boolean readHead() {
        int headEnd = endOfHead();
        if ((headEnd < 0 ? end : headEnd) - start > MAX_HEADER_BYTES) {
            throw new RtspException(413, "The header of a message is larger than 64 KB");
        }
        if (headEnd < 0) {
            return false;
        }
        head = MessageHead.parse(new String(bytes, start, headEnd - start, UTF_8));
        advance(headEnd - start);
        return true;
    }

    /** Index after the blank line, or -1. Bare line feeds are accepted: some cameras send them. */
    private int endOfHead() {
        for (int i = Math.max(start, scanned); i < end; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            boolean blank = i + 1 < end && bytes[i + 1] == '\n';
            if (blank) {
                return i + 2;
            }
            if (i + 2 < end && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                return i + 3;
            }
        }
        scanned = Math.max(start, end - 2);
        return -1;
    }

    private void append(ByteBuffer chunk) {
        int length = chunk.remaining();
        if (bytes.length - end < length) {
            int kept = end - start;
            var target = bytes.length - kept < length ? new byte[Integer.highestOneBit(kept + length) << 1] : bytes;
            System.arraycopy(bytes, start, target, 0, kept);
            bytes = target;
            scanned = 0;
            start = 0;
            end = kept;
        }
        chunk.get(bytes, end, length);
        end += length;
    }

    private void advance(int count) {
        start += count;
        scanned = start;
        if (start == end) {
            start = 0;
            end = 0;
            scanned = 0;
        }
    }
}
