// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/** Finds the answer to a request among whatever a server sends. Used by one thread at a time. */
public final class ResponseReader {

    private static final int CHUNK = 8192;

    private final RtspParser parser = new RtspParser();
    private final Queue<RtspItem> received = new ArrayDeque<>();
    private final byte[] chunk = new byte[CHUNK];

    /** The bytes of a connection. */
    public interface Source {

        /** How many there were; negative at the end. */
        int read(byte[] target) throws IOException;
    }

    /** The answer to the request with this number; one without a number is taken for it. */
    public RtspResponse answer(int cseq, Source source) throws IOException {
        while (true) {
            for (var item = received.poll(); item != null; item = received.poll()) {
                if (item instanceof RtspResponse response && response.cseq().orElse(cseq) == cseq) {
                    return response;
                }
            }
            int length = source.read(chunk);
            if (length < 0) {
                throw new EOFException("closed");
            }
            parser.feed(ByteBuffer.wrap(chunk, 0, length), received::add);
        }
    }
}
