// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.rtsp.rtp.RtpPacket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.utils.logging2.LoggerImpl;

/** A WebRTC player in Java, for what a browser cannot be made to do: moving, losing, lying, falling silent. */
final class TestPlayer implements AutoCloseable {

    record Received(int sequence, int timestamp, boolean marker, byte[] payload, long nanos) {}

    private static final int PLAYER_SSRC = 4711;

    final List<Received> received = new CopyOnWriteArrayList<>();
    private final DtlsIdentity identity;
    private final PlayerDtls dtls;
    private final DtlsDatagrams datagrams = new DtlsDatagrams(this::send);
    private final List<byte[]> early = new ArrayList<>();
    private boolean secured;
    private final CompletableFuture<Void> checked = new CompletableFuture<>();
    private volatile DatagramSocket socket;
    private volatile DTLSTransport transport;
    private InetSocketAddress server = new InetSocketAddress(0);
    private String username = "";
    private String password = "";
    private int ssrc;
    private Srtp reports;
    private SrtpCryptoContext media;

    TestPlayer() throws IOException {
        identity = DtlsIdentity.create(Clock.systemUTC());
        dtls = new PlayerDtls(identity);
        socket = open();
    }

    private DatagramSocket open() throws IOException {
        var opened = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        opened.setReceiveBufferSize(4 << 20);
        var thread = new Thread(() -> readAll(opened), "test-player");
        thread.setDaemon(true);
        thread.start();
        return opened;
    }

    String offer() {
        return offer(identity.fingerprint().toString());
    }

    String offer(String fingerprint) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 2 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE 0",
                "m=video 9 UDP/TLS/RTP/SAVPF 102",
                "c=IN IP4 0.0.0.0",
                "a=ice-ufrag:plyr",
                "a=ice-pwd:0123456789abcdef0123456789",
                "a=fingerprint:" + fingerprint,
                "a=setup:actpass",
                "a=mid:0",
                "a=recvonly",
                "a=rtcp-mux",
                "a=rtpmap:102 H264/90000",
                "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f",
                "a=rtcp-fb:102 nack",
                "");
    }

    /** Checks, shakes hands and begins to receive. */
    TestPlayer connect(WhepServer.Answer answer) throws Exception {
        username = find(answer.sdp(), "a=ice-ufrag:(\\S+)") + ":plyr";
        password = find(answer.sdp(), "a=ice-pwd:(\\S+)");
        ssrc = Integer.parseUnsignedInt(find(answer.sdp(), "a=ssrc:(\\d+)"));
        server = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(find(answer.sdp(), "127.0.0.1 (\\d+) typ host")));
        check();
        checked.get(15, TimeUnit.SECONDS);
        transport = new DTLSClientProtocol().connect(dtls, datagrams);
        secure(dtls.keys().orElseThrow());
        return this;
    }

    private void secure(SrtpKeys agreed) throws GeneralSecurityException {
        var policy = agreed.profile().policy();
        policy.setReceiveReplayEnabled(false);
        var log = new LoggerImpl("test-player");
        media = new SrtpContextFactory(false, agreed.serverKey(), agreed.serverSalt(), policy, policy, log)
                .deriveContext(ssrc, 0);
        reports = new Srtp(swapped(agreed));
        synchronized (early) {
            secured = true;
            for (byte[] datagram : early) {
                media(datagram);
            }
        }
    }

    /** What the client sends with its key, seen as if it were the server's. */
    static SrtpKeys swapped(SrtpKeys keys) {
        var material = ByteBuffer.allocate(SrtpKeys.materialLength(keys.profile()));
        material.put(keys.serverKey())
                .put(keys.clientKey())
                .put(keys.serverSalt())
                .put(keys.clientSalt());
        return new SrtpKeys(keys.profile(), material.array());
    }

    static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("Not found: " + pattern + " in\n" + text);
        }
        return matcher.group(1);
    }

    /** One connectivity check, as every player sends it again and again. */
    void check() {
        byte[] name = username.getBytes(StandardCharsets.UTF_8);
        int padded = (name.length + 3) & ~3;
        var message = ByteBuffer.allocate(Stun.HEADER + 4 + padded + 8 + 4 + 4 + Stun.HMAC + 8);
        message.putShort((short) 1)
                .putShort((short) (message.capacity() - Stun.HEADER))
                .putInt(0x2112A442);
        message.put(new byte[12]);
        message.putShort((short) 6).putShort((short) name.length).put(name).position(Stun.HEADER + 4 + padded);
        message.putShort((short) 0x24).putShort((short) 4).putInt(1853824767);
        message.putShort((short) 0x25).putShort((short) 0);
        int integrityAt = message.position();
        message.putShort((short) 8).putShort((short) Stun.HMAC);
        message.put(Stun.integrity(message.array(), integrityAt, password));
        int fingerprintAt = message.position();
        message.putShort((short) 0x8028).putShort((short) 4);
        message.putInt((int) Stun.fingerprint(message.array(), fingerprintAt));
        send(message.array());
    }

    /** As if a router on the way had given it another port. */
    void move() throws IOException {
        var old = socket;
        socket = open();
        old.close();
        check();
    }

    void ask(int sequence) throws GeneralSecurityException {
        var nack =
                ByteBuffer.allocate(16).putInt(0x81cd0003).putInt(PLAYER_SSRC).putInt(ssrc);
        nack.putShort((short) sequence).putShort((short) 0);
        report(nack.array());
    }

    void askForKey() throws GeneralSecurityException {
        report(ByteBuffer.allocate(12)
                .putInt(0x81ce0002)
                .putInt(PLAYER_SSRC)
                .putInt(ssrc)
                .array());
    }

    private void report(byte[] feedback) throws GeneralSecurityException {
        var packet = new SrtpBuffer(256);
        packet.append(
                ByteBuffer.allocate(8).putInt(0x80c90001).putInt(PLAYER_SSRC).array(), 8);
        packet.append(feedback, feedback.length);
        reports.protectControl(PLAYER_SSRC, packet);
        send(Arrays.copyOf(packet.getBuffer(), packet.getLength()));
    }

    /** The server has said goodbye by DTLS. */
    boolean goodbye() throws IOException {
        if (transport != null && !datagrams.empty()) {
            transport.receive(new byte[2048], 0, 2048, 1);
        }
        return dtls.goodbye();
    }

    void leave() throws IOException {
        transport.close();
    }

    private void send(byte[] datagram) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, server));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void readAll(DatagramSocket from) {
        var packet = new DatagramPacket(new byte[2048], 2048);
        while (!from.isClosed()) {
            try {
                from.receive(packet);
                accept(Arrays.copyOf(packet.getData(), packet.getLength()));
            } catch (IOException | GeneralSecurityException ended) {
                if (!from.isClosed()) {
                    throw new IllegalStateException(ended);
                }
            }
        }
    }

    private void accept(byte[] datagram) throws GeneralSecurityException {
        int first = datagram[0] & 0xff;
        if (first <= 3) {
            checked.complete(null);
        } else if (first <= 63) {
            datagrams.offer(datagram);
        } else if ((datagram[1] & 0x7f) < 64 || (datagram[1] & 0x7f) > 95) {
            mediaOrEarly(datagram);
        }
    }

    /** Media may overtake our own end of the handshake, which another thread works on. */
    private void mediaOrEarly(byte[] datagram) throws GeneralSecurityException {
        synchronized (early) {
            if (!secured) {
                early.add(datagram);
                return;
            }
        }
        media(datagram);
    }

    private void media(byte[] datagram) throws GeneralSecurityException {
        long nanos = System.nanoTime();
        var packet = new SrtpBuffer(datagram.length);
        packet.set(datagram);
        if (media.reverseTransformPacket(packet, false) != SrtpErrorStatus.OK) {
            return;
        }
        RtpPacket.parse(ByteBuffer.wrap(packet.getBuffer(), 0, packet.getLength()))
                .ifPresent(rtp -> {
                    byte[] payload = new byte[rtp.payload().remaining()];
                    rtp.payload().get(payload);
                    received.add(new Received(rtp.sequence(), rtp.timestamp(), rtp.marker(), payload, nanos));
                });
    }

    @Override
    public void close() {
        socket.close();
    }
}
