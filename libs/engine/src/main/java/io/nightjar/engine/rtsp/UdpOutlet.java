// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Unit;
import io.nightjar.engine.rtsp.UdpPorts.Peer;
import io.nightjar.rtsp.TransportHeader.Pair;
import io.nightjar.rtsp.rtp.DatagramTarget;
import io.nightjar.rtsp.rtp.RtpSender;
import io.vertx.core.Context;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packets as datagrams, to the host of the RTSP connection and to no other: nobody can be flooded by proxy. Bursts are
 * spread out, because a cached GOP sent at once overflows the player's socket buffer.
 */
final class UdpOutlet implements Outlet {

    private static final int BURST_PACKETS = 96;
    private static final long PAUSE_MILLIS = 2;

    /** Twice the largest GOP that is cached. */
    private static final int MAX_WAITING_PACKETS = 12_000;

    private final RtspContext context;
    private final Peer rtp;
    private final Peer rtcp;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final List<Runnable> subscriptions = new ArrayList<>();
    private int inBurst;
    private boolean pausing;
    private boolean closed;

    UdpOutlet(RtspContext context, String host, Pair ports) {
        this.context = context;
        this.rtp = new Peer(host, ports.rtp());
        this.rtcp = new Peer(host, ports.rtcp());
    }

    /** Hands on what the client sends. */
    void subscribe(Context loop, Consumer<ByteBuffer> rtpPackets, Consumer<ByteBuffer> rtcpPackets) {
        subscriptions.add(context.udp().subscribe(rtp, loop, rtpPackets));
        subscriptions.add(context.udp().subscribe(rtcp, loop, rtcpPackets));
    }

    @Override
    public void send(RtpSender sender, Unit unit, int timestamp) {
        var datagrams = new DatagramTarget();
        sender.send(unit.parts(), timestamp, datagrams);
        waiting.addAll(datagrams.packets());
        sendBurst();
    }

    @Override
    public void report(byte[] packet) {
        context.udp().sendRtcp(packet, rtcp);
    }

    @Override
    public boolean full() {
        return waiting.size() > MAX_WAITING_PACKETS;
    }

    @Override
    public void close() {
        closed = true;
        waiting.clear();
        subscriptions.forEach(Runnable::run);
    }

    private void sendBurst() {
        while (!pausing && !waiting.isEmpty()) {
            context.udp().sendRtp(waiting.remove(), rtp);
            if (++inBurst == BURST_PACKETS) {
                pausing = true;
                context.vertx().setTimer(PAUSE_MILLIS, id -> goOn());
            }
        }
    }

    private void goOn() {
        inBurst = 0;
        pausing = false;
        if (!closed) {
            sendBurst();
        }
    }
}
