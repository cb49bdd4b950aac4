// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.ingest.publish.PacketQueue;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.Packet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Lets the camera's other role have a copy of what flows here, without a second connection to the camera. */
final class Relay {

    /** A copy of a session's packets, from its next key picture on. */
    record Tap(Opened opened, PacketQueue packets) {}

    private static final int WAITING = 300;

    private final List<Tap> taps = new CopyOnWriteArrayList<>();
    private @Nullable Opened opened;

    /** A session begins. */
    synchronized void begin(Opened first) {
        opened = first;
    }

    /** Hands on a packet; never waits. */
    void packet(Packet packet) {
        for (var tap : taps) {
            tap.packets().offer(packet);
        }
    }

    /** The session is over, and with it all that hangs on it. */
    synchronized void end() {
        opened = null;
        taps.forEach(tap -> tap.packets().close());
        taps.clear();
    }

    synchronized boolean flows() {
        return opened != null;
    }

    /** Empty while nothing flows. */
    synchronized Optional<Tap> tap() {
        var flowing = opened;
        if (flowing == null) {
            return Optional.empty();
        }
        int video = flowing.video();
        var packets = new PacketQueue(packet -> packet.key() && packet.track() == video, WAITING);
        packets.flowing();
        var tap = new Tap(flowing, packets);
        taps.add(tap);
        return Optional.of(tap);
    }

    void remove(Tap tap) {
        taps.remove(tap);
        tap.packets().close();
    }
}
