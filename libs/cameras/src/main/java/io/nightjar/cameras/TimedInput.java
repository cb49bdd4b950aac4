// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A socket's bytes, each read of which ends: at a deadline that many reads share, or after a time of its own. */
final class TimedInput extends InputStream {

    private final Socket socket;
    private final InputStream input;
    private volatile @Nullable Deadline deadline;
    private volatile int eachMillis;

    TimedInput(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.input = socket.getInputStream();
        this.deadline = deadline;
    }

    void until(Deadline shared) {
        deadline = shared;
    }

    void each(Duration patience) {
        eachMillis = Math.toIntExact(Math.max(1, patience.toMillis()));
        deadline = null;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var shared = deadline;
        socket.setSoTimeout(shared == null ? eachMillis : shared.left());
        return input.read(target, offset, length);
    }
}
