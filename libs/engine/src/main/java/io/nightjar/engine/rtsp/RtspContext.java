// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.Door;
import io.nightjar.engine.path.Paths;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What every connection of a server shares. */
record RtspContext(Vertx vertx, Paths paths, Door door, Clock clock, RtspOptions options, UdpPorts udp) {

    long nowMicros() {
        var now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
