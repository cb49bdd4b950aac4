// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pair of UDP ports, RTP and RTCP, that all sessions share; who a packet is for is told by where it came from. */
final class UdpPorts {

    /** A publisher's key picture arrives as one burst; the usual 200 KB would lose its end. */
    private static final int RECEIVE_BUFFER_BYTES = 2 << 20;

    private static final int ATTEMPTS = 50;

    static final UdpPorts NONE = new UdpPorts(null, null);

    /** Where a client sends from and receives at. */
    record Peer(String host, int port) {}

    private record Subscriber(Context context, Consumer<ByteBuffer> packets) {}

    private final @Nullable DatagramSocket rtp;
    private final @Nullable DatagramSocket rtcp;
    private final Map<Peer, Subscriber> subscribers = new ConcurrentHashMap<>();

    private UdpPorts(@Nullable DatagramSocket rtp, @Nullable DatagramSocket rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    static Future<UdpPorts> open(Vertx vertx, String host, int port) {
        return open(vertx, host, port, port == 0 ? ATTEMPTS : 1);
    }

    private static Future<UdpPorts> open(Vertx vertx, String host, int port, int attempts) {
        return socket(vertx, host, port).compose(first -> {
            int even = first.localAddress().port();
            var pair = even % 2 == 0
                    ? socket(vertx, host, even + 1).map(second -> new UdpPorts(first, second).listening())
                    : Future.<UdpPorts>failedFuture(new IllegalArgumentException("The RTP port has to be even"));
            return pair.recover(failure -> first.close()
                    .compose(closed ->
                            attempts > 1 ? open(vertx, host, port, attempts - 1) : Future.failedFuture(failure)));
        });
    }

    private static Future<DatagramSocket> socket(Vertx vertx, String host, int port) {
        var options = new DatagramSocketOptions().setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        return vertx.createDatagramSocket(options).listen(port, host);
    }

    private UdpPorts listening() {
        if (rtp != null && rtcp != null) {
            rtp.handler(this::received);
            rtcp.handler(this::received);
        }
        return this;
    }

    int rtpPort() {
        return rtp == null ? 0 : rtp.localAddress().port();
    }

    boolean available() {
        return rtp != null;
    }

    /** Packets from this peer go to the subscriber, on its own context, until what is returned is run. */
    Runnable subscribe(Peer peer, Context context, Consumer<ByteBuffer> packets) {
        var subscriber = new Subscriber(context, packets);
        subscribers.put(peer, subscriber);
        // A client that came back with the same ports has taken the place already.
        return () -> subscribers.remove(peer, subscriber);
    }

    void sendRtp(byte[] packet, Peer to) {
        send(rtp, packet, to);
    }

    void sendRtcp(byte[] packet, Peer to) {
        send(rtcp, packet, to);
    }

    Future<Void> close() {
        if (rtp == null || rtcp == null) {
            return Future.succeededFuture();
        }
        return Future.join(rtp.close(), rtcp.close()).mapEmpty();
    }

    private static void send(@Nullable DatagramSocket socket, byte[] packet, Peer to) {
        if (socket != null) {
            // The outcome is not awaited: an unreachable player shows itself by its silence.
            var unused = socket.send(Buffer.buffer(packet), to.port(), to.host());
        }
    }

    private void received(DatagramPacket packet) {
        var sender = packet.sender();
        var subscriber = subscribers.get(new Peer(sender.hostAddress(), sender.port()));
        if (subscriber != null) {
            var bytes = ByteBuffer.wrap(packet.data().getBytes());
            subscriber.context().runOnContext(now -> subscriber.packets().accept(bytes));
        }
    }
}
