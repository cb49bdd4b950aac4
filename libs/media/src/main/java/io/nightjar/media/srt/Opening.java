// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The handshake, from the caller's side. */
final class Opening {

    private static final long AGAIN_NANOS = 250_000_000;
    private static final int LOOK_MILLIS = 50;
    private static final int SHUT = 3;

    private final Wire wire;
    private final BooleanSupplier ended;
    private final int socket = ThreadLocalRandom.current().nextInt(1, 0x3fff_ffff);

    /** @param ended asked again and again whether to give up */
    Opening(Wire wire, BooleanSupplier ended) {
        this.wire = wire;
        this.ended = ended;
    }

    int socket() {
        return socket;
    }

    /** Whether somebody is there who speaks SRT; leaves nothing behind there. */
    Handshake induction() throws IOException {
        return exchange(Handshake.induction(socket), said -> said.type() == Handshake.INDUCTION);
    }

    /** Asks for the connection; fails with {@link SrtException} when it is refused. */
    Handshake conclusion(Handshake induction, SrtAddress address, Optional<Keys> keys) throws IOException {
        var last = exchange(
                Handshake.conclusion(socket, induction, address, keys),
                said -> said.type() == Handshake.CONCLUSION || said.type() >= Handshake.REFUSED);
        if (last.refusal().isPresent()) {
            throw Refusal.of(last.refusal().getAsInt(), keys.isPresent());
        }
        if (last.keyRefused()) {
            wire.send(Control.SHUTDOWN
                    .packet(0, 0, wire.micros(), last.socket(), 4)
                    .rewind());
            throw Refusal.of(Refusal.BAD_SECRET, true);
        }
        return last;
    }

    static Optional<Keys> keys(SrtAddress address, Handshake induction) {
        return address.passphrase().map(passphrase -> {
            try {
                return Keys.create(passphrase, induction.keyLength());
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("This Java lacks AES", missing);
            }
        });
    }

    /** Says something again and again, for packets get lost, until it is answered. */
    private Handshake exchange(ByteBuffer words, Predicate<Handshake> wanted) throws IOException {
        int shut = 0;
        while (shut < SHUT) {
            long until = System.nanoTime() + AGAIN_NANOS;
            shut += said(words) ? 0 : 1;
            while (System.nanoTime() < until) {
                if (ended.getAsBoolean()) {
                    throw new InterruptedIOException("no answer in time");
                }
                try {
                    var answer = wire.receive(LOOK_MILLIS)
                            .flatMap(packet -> Handshake.read(packet, socket))
                            .filter(wanted);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                } catch (PortUnreachableException closed) {
                    // Not at once the end: a camera may be making itself ready for the next caller.
                    shut++;
                }
            }
        }
        throw new SrtException(ErrorKind.REFUSED, "Nobody waits for SRT at the camera's port.");
    }

    private boolean said(ByteBuffer words) throws IOException {
        try {
            wire.send(words);
            return true;
        } catch (PortUnreachableException closed) {
            return false;
        }
    }
}
