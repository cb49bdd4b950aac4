// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that a converter gives. */
final class Collected implements VideoConverter.Output {

    final List<Packet> packets = new CopyOnWriteArrayList<>();
    final List<TrackFormat> formats = new CopyOnWriteArrayList<>();
    final List<MediaException> failures = new CopyOnWriteArrayList<>();

    @Override
    public void packet(Packet packet) {
        packets.add(packet);
    }

    @Override
    public void format(TrackFormat changed) {
        formats.add(changed);
    }

    @Override
    public void failed(MediaException failure) {
        failures.add(failure);
    }

    /** All packets as one Annex B stream. */
    byte[] stream() {
        var stream = new ByteArrayOutputStream();
        packets.forEach(packet -> stream.writeBytes(packet.bytes()));
        return stream.toByteArray();
    }

    List<Long> keyTimes() {
        return packets.stream().filter(Packet::key).map(Packet::ptsMicros).toList();
    }
}
