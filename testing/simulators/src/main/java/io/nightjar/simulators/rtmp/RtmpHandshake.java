// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.ThreadLocalRandom;

/** The greeting of RTMP, without the digests of Flash players: they are left out when the version reads 0. */
final class RtmpHandshake {

    private static final int VERSION = 3;
    private static final int SIZE = 1536;

    private Buffer waiting = Buffer.buffer();
    private boolean greeted;
    private boolean done;

    boolean done() {
        return done;
    }

    /** Takes bytes of the client and gives what to send back. */
    Buffer feed(Buffer bytes) {
        waiting.appendBuffer(bytes);
        var answer = Buffer.buffer();
        if (!greeted && waiting.length() > SIZE) {
            greeted = true;
            if (waiting.getByte(0) != VERSION) {
                throw new IllegalArgumentException("RTMP version " + waiting.getByte(0) + " is not spoken here");
            }
            var random = new byte[SIZE - 8];
            ThreadLocalRandom.current().nextBytes(random);
            answer.appendByte((byte) VERSION).appendInt(0).appendInt(0).appendBytes(random);
            answer.appendBuffer(waiting, 1, SIZE);
            waiting = waiting.getBuffer(1 + SIZE, waiting.length());
        }
        done = greeted && waiting.length() >= SIZE;
        return answer;
    }

    /** What came after the greeting. */
    Buffer rest() {
        return waiting.getBuffer(SIZE, waiting.length());
    }
}
