// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.rtsp.RtspItem.Interleaved;
import io.nightjar.rtsp.TransportHeader;
import io.nightjar.rtsp.rtp.DatagramTarget;
import io.nightjar.rtsp.rtp.InterleavedTarget;
import io.nightjar.rtsp.rtp.RtpSender;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.List;

/** How the packets of one session reach the client. Used on the event loop of the connection. */
sealed interface Wire {

    void picture(RtpSender sender, List<byte[]> nals, int timestamp);

    void report(byte[] rtcp);

    /** The client does not keep up. */
    boolean congested();

    /** Between the messages on the RTSP connection. */
    record Tcp(NetSocket socket, TransportHeader.Pair channels) implements Wire {

        private static final int USUAL_PICTURE = 16 << 10;

        @Override
        public void picture(RtpSender sender, List<byte[]> nals, int timestamp) {
            var target = new InterleavedTarget(channels.rtp(), USUAL_PICTURE);
            sender.send(nals, timestamp, target);
            socket.write(Buffer.buffer(target.toBytes()));
        }

        @Override
        public void report(byte[] rtcp) {
            socket.write(Buffer.buffer(Interleaved.frame(channels.rtcp(), rtcp)));
        }

        @Override
        public boolean congested() {
            return socket.writeQueueFull();
        }
    }

    /** As datagrams to the address the RTSP connection comes from. */
    record Udp(UdpPorts ports, String host, TransportHeader.Pair client) implements Wire {

        @Override
        public void picture(RtpSender sender, List<byte[]> nals, int timestamp) {
            var target = new DatagramTarget();
            sender.send(nals, timestamp, target);
            target.packets().forEach(packet -> ports.sendRtp(packet, client.rtp(), host));
        }

        @Override
        public void report(byte[] rtcp) {
            ports.sendRtcp(rtcp, client.rtcp(), host);
        }

        @Override
        public boolean congested() {
            return false;
        }
    }
}
