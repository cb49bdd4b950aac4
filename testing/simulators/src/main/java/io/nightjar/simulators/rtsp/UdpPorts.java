// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramSocket;

/** The camera's own pair of UDP ports, even for RTP and the next for RTCP, shared by all sessions. */
record UdpPorts(DatagramSocket rtp, DatagramSocket rtcp, int port) {

    private static final int ATTEMPTS = 50;

    static Future<UdpPorts> open(Vertx vertx, String host) {
        return attempt(vertx, host, ATTEMPTS);
    }

    private static Future<UdpPorts> attempt(Vertx vertx, String host, int left) {
        var first = vertx.createDatagramSocket();
        return first.listen(0, host).compose(bound -> {
            var port = bound.localAddress().port();
            if (port % 2 != 0) {
                return again(vertx, host, left, first);
            }
            var second = vertx.createDatagramSocket();
            return second.listen(port + 1, host)
                    .map(alsoBound -> new UdpPorts(drained(first), drained(second), port))
                    .recover(taken -> again(vertx, host, left, first));
        });
    }

    private static Future<UdpPorts> again(Vertx vertx, String host, int left, DatagramSocket unusable) {
        return unusable.close()
                .compose(closed -> left > 0
                        ? attempt(vertx, host, left - 1)
                        : Future.failedFuture(new IllegalStateException("No pair of UDP ports is free")));
    }

    /** Clients punch holes and send receiver reports; a camera need not read them. */
    private static DatagramSocket drained(DatagramSocket socket) {
        return socket.handler(packet -> {});
    }

    void sendRtp(byte[] packet, int clientPort, String host) {
        rtp.send(Buffer.buffer(packet), clientPort, host);
    }

    void sendRtcp(byte[] packet, int clientPort, String host) {
        rtcp.send(Buffer.buffer(packet), clientPort, host);
    }

    Future<Void> close() {
        return rtp.close().compose(closed -> rtcp.close());
    }
}
