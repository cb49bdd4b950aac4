// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.PacketHandler;
import org.jspecify.annotations.Nullable;

/** A session that gets its packets from the camera's other role. */
final class RelaySession implements CameraSession {

    private final Relay relay;
    private volatile boolean interrupted;
    private volatile Relay.@Nullable Tap tap;

    RelaySession(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Opened open() {
        var found = relay.tap()
                .orElseThrow(() -> new CameraFailure(ErrorKind.NO_FRAMES, "The camera's other stream is not there."));
        tap = found;
        if (interrupted) {
            relay.remove(found);
        }
        return found.opened();
    }

    @Override
    public boolean read(PacketHandler handler) {
        var open = tap;
        if (open == null) {
            throw new IllegalStateException("The session is not open");
        }
        try {
            var next = open.packets().take();
            next.ifPresent(handler::packet);
            return next.isPresent();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        close();
    }

    @Override
    public void close() {
        var open = tap;
        if (open != null) {
            relay.remove(open);
        }
    }
}
