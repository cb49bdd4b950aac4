// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.SnapshotSource;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Asks a camera for one picture after the other. One that is lost is asked for again; two in a row end the session. */
final class SnapshotSession extends PictureSession {

    private static final Set<ErrorKind> HICCUPS =
            EnumSet.of(ErrorKind.TIMEOUT, ErrorKind.RESET, ErrorKind.SHORT_READ, ErrorKind.PROTOCOL);

    private final SnapshotSource source;
    private final Duration timeout;
    private volatile boolean interrupted;
    private boolean steady;

    SnapshotSession(Candidate candidate, SnapshotSource source, Duration timeout) {
        super(candidate);
        this.source = source;
        this.timeout = timeout;
    }

    /** Every picture is a connection of its own. */
    @Override
    void connect() {}

    @Override
    byte[] next() {
        try {
            var picture = source.next(timeout);
            steady = true;
            return picture;
        } catch (CameraFailure lost) {
            if (!steady || interrupted || !HICCUPS.contains(lost.kind())) {
                throw lost;
            }
            steady = false;
            return next();
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        source.interrupt();
    }

    @Override
    public void close() {
        source.close();
    }
}
