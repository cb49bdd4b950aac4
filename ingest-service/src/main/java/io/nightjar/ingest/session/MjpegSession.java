// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.MjpegStream;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the pictures of one endless multipart answer. */
final class MjpegSession extends PictureSession {

    private final CameraHttp http;
    private final Candidate candidate;
    private final StreamWish wish;
    private final Duration timeout;
    private volatile boolean interrupted;
    private volatile @Nullable MjpegStream stream;

    MjpegSession(CameraHttp http, Candidate candidate, StreamWish wish, Duration timeout) {
        super(candidate);
        this.http = http;
        this.candidate = candidate;
        this.wish = wish;
        this.timeout = timeout;
    }

    @Override
    void connect() {
        var opened = MjpegStream.open(http, candidate, wish, timeout);
        stream = opened;
        if (interrupted) {
            opened.interrupt();
        }
    }

    @Override
    byte[] next() {
        var open = stream;
        if (open == null) {
            throw new CameraFailure(ErrorKind.EOF, "The stream is not open.");
        }
        return open.next();
    }

    @Override
    public void interrupt() {
        interrupted = true;
        var open = stream;
        if (open != null) {
            open.interrupt();
        }
    }

    @Override
    public void close() {
        var open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
    }
}
