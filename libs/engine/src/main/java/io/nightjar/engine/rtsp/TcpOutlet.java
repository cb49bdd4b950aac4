// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.RtspItem.Interleaved;
import io.nightjar.rtsp.TransportHeader.Pair;
import io.nightjar.rtsp.rtp.InterleavedTarget;
import io.nightjar.rtsp.rtp.RtpSender;

/** Packets between the messages of the RTSP connection; one write per picture. */
record TcpOutlet(RtspConnection connection, Pair channels) implements Outlet {

    @Override
    public void send(RtpSender sender, Unit unit, int timestamp) {
        int size = unit.size();
        // Headers cost about one percent; small units carry several of them.
        var frames = new InterleavedTarget(
                channels.rtp(), size + size / 50 + 64 * unit.parts().size());
        sender.send(unit.parts(), timestamp, frames);
        connection.write(frames.array(), frames.length());
    }

    @Override
    public void report(byte[] rtcp) {
        var frame = Interleaved.frame(channels.rtcp(), rtcp);
        connection.write(frame, frame.length);
    }

    @Override
    public boolean full() {
        return connection.full();
    }

    @Override
    public void close() {
        // goes with the connection
    }
}
