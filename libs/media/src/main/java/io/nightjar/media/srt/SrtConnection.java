// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was called and gives the bytes that the camera sends, in order and decrypted. Works only while it is
 * read, on the reader's thread: what it has to tell the camera is told then.
 */
public final class SrtConnection implements AutoCloseable {

    private static final int LOOK_MILLIS = 10;
    private static final long LOST_AFTER = 5_000_000_000L;
    private static final long SPEAK_EVERY = 1_000_000_000L;
    private static final int END = -1;
    private static final int KEY_BITS = 27;

    private final Wire wire;
    private final BooleanSupplier ended;
    private final Optional<Keys> keys;
    private final InOrder packets;
    private final Reports reports;
    private final int peer;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long heard = System.nanoTime();
    private boolean over;
    private @Nullable PortUnreachableException shut;

    /** As the handshake left it. */
    SrtConnection(Wire wire, BooleanSupplier ended, Optional<Keys> keys, Handshake answer, SrtAddress address) {
        this.wire = wire;
        this.ended = ended;
        this.keys = keys;
        this.peer = answer.socket();
        var latency = Math.max(address.latency().toNanos(), answer.latencyMillis() * 1_000_000L);
        this.packets = new InOrder(answer.firstSequence(), latency);
        this.reports = new Reports(wire, packets, peer);
    }

    /**
     * Calls the camera; fails with {@link SrtException} when it refuses.
     *
     * @param buffer bytes that may wait at the system; a wish
     * @param ended asked again and again whether to give up, with {@link InterruptedIOException}; now and in every read
     */
    public static SrtConnection open(SrtAddress address, int buffer, BooleanSupplier ended) throws IOException {
        var wire = Wire.open(address.socketAddress(), buffer);
        try {
            var opening = new Opening(wire, ended);
            var induction = opening.induction();
            var keys = Opening.keys(address, induction);
            return new SrtConnection(wire, ended, keys, opening.conclusion(induction, address, keys), address);
        } catch (IOException | RuntimeException failure) {
            wire.close();
            throw failure;
        }
    }

    /** Waits for some bytes and gives how many there are; -1 once the camera has hung up. */
    public int read(byte[] target, int room) throws IOException {
        while (!current.hasRemaining()) {
            var next = packets.poll(System.nanoTime());
            if (next.isPresent()) {
                current = ByteBuffer.wrap(next.get());
            } else if (over) {
                return END;
            } else {
                listen();
            }
        }
        int length = Math.min(room, current.remaining());
        current.get(target, 0, length);
        return length;
    }

    private void listen() throws IOException {
        if (ended.getAsBoolean()) {
            throw new InterruptedIOException("no answer in time");
        }
        try {
            var packet = wire.receive(LOOK_MILLIS);
            long now = System.nanoTime();
            if (packet.isPresent()) {
                heard = now;
                take(packet.get(), now);
            } else if (shut != null) {
                throw new SrtException(ErrorKind.RESET, "The camera closed the connection.", shut);
            } else if (now - heard > LOST_AFTER) {
                throw new SrtException(ErrorKind.RESET, "The connection to the camera was lost.");
            }
            speak(now);
        } catch (PortUnreachableException closed) {
            // The system says so before it hands over what came earlier, such as the camera's last words.
            shut = closed;
        }
    }

    private void speak(long now) throws IOException {
        if (over || shut != null) {
            return;
        }
        reports.send(now);
        if (now - wire.spoken() > SPEAK_EVERY) {
            wire.send(Control.KEEP_ALIVE.packet(0, 0, wire.micros(), peer, 4).rewind());
        }
    }

    void take(ByteBuffer packet, long now) throws IOException {
        if (!Control.is(packet)) {
            data(packet, now);
            return;
        }
        switch (Control.of(packet)) {
            case SHUTDOWN -> over = true;
            case RECEIVED_SEEN -> reports.seen(packet.getInt(4), now);
            case DROPPED -> {
                if (packet.remaining() >= Control.HEADER + 8) {
                    packets.dropped(packet.getInt(Control.HEADER), packet.getInt(Control.HEADER + 4));
                }
            }
            case EXTENSION -> renew(packet);
            case HANDSHAKE, KEEP_ALIVE, RECEIVED, LOST, OTHER -> {
                // Tells nothing but that the camera is there.
            }
        }
    }

    private void data(ByteBuffer packet, long now) throws IOException {
        int sequence = packet.getInt(0);
        var bytes = new byte[packet.remaining() - Control.HEADER];
        packet.get(Control.HEADER, bytes);
        var gap = packets.put(sequence, plain(packet.getInt(4) >> KEY_BITS & 3, sequence, bytes), now);
        if (gap.isPresent()) {
            reports.lost(gap.get());
        }
    }

    private byte[] plain(int key, int sequence, byte[] bytes) throws IOException {
        if (key == 0) {
            return bytes;
        }
        if (keys.isEmpty()) {
            throw Refusal.of(Refusal.NOT_SECURE, false);
        }
        try {
            return keys.get()
                    .decrypt(key, sequence, bytes)
                    .orElseThrow(() -> new SrtException(
                            ErrorKind.PROTOCOL, "The camera encrypts with a key that it has not told."));
        } catch (GeneralSecurityException broken) {
            throw new SrtException(ErrorKind.PROTOCOL, "What the camera encrypts cannot be read.", broken);
        }
    }

    /** A camera changes its key now and then; it hears back what it said. */
    private void renew(ByteBuffer packet) throws IOException {
        if ((packet.getShort(2) & 0xffff) != Control.KEY_REQUEST || keys.isEmpty()) {
            return;
        }
        var message = packet.slice(Control.HEADER, packet.remaining() - Control.HEADER);
        try {
            keys.get().renew(message);
        } catch (GeneralSecurityException | IndexOutOfBoundsException broken) {
            throw new SrtException(ErrorKind.PROTOCOL, "The camera's new key cannot be read.", broken);
        }
        var answer = Control.EXTENSION.packet(Control.KEY_ANSWER, 0, wire.micros(), peer, message.remaining());
        wire.send(answer.put(message).rewind());
    }

    /** Hangs up. */
    @Override
    public void close() {
        try (wire) {
            if (!over) {
                wire.send(Control.SHUTDOWN.packet(0, 0, wire.micros(), peer, 4).rewind());
            }
        } catch (IOException gone) {
            // It will notice by itself that nobody is there any more.
            over = true;
        }
    }
}
