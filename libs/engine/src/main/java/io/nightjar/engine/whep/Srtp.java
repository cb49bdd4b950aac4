// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;

/** Protects what one session sends and opens the reports it receives. Used by one thread at a time. */
final class Srtp {

    /** Held here because a level set on a logger that nobody holds is forgotten. */
    private static final java.util.logging.Logger LIBRARY = java.util.logging.Logger.getLogger("org.jitsi");

    static {
        LIBRARY.setLevel(Level.WARNING);
        // The JDK's own AES uses the processor's instructions; a benchmark of all others costs a second at start.
        Aes.setFactoryClassName("org.jitsi.srtp.crypto.Aes$SunJCECipherFactory");
    }

    private static final Logger LOG = new LoggerImpl(Srtp.class.getName());
    /** A player reports from one or two sources; more must not fill the memory. */
    private static final int MOST_SOURCES = 8;

    private static final int SMALLEST_CONTROL = 12;

    private final SrtpContextFactory sending;
    private final SrtpContextFactory receiving;
    private final Map<Integer, SrtpCryptoContext> media = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> reports = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> received = new HashMap<>();

    Srtp(SrtpKeys keys) {
        var profile = keys.profile();
        sending = new SrtpContextFactory(
                true, keys.serverKey(), keys.serverSalt(), profile.policy(), profile.policy(), LOG);
        receiving = new SrtpContextFactory(
                false, keys.clientKey(), keys.clientSalt(), profile.policy(), profile.policy(), LOG);
    }

    void protect(int ssrc, SrtpBuffer packet) throws GeneralSecurityException {
        var context = media.get(ssrc);
        if (context == null) {
            context = sending.deriveContext(ssrc, 0);
            media.put(ssrc, context);
        }
        demand(context.transformPacket(packet));
    }

    void protectControl(int ssrc, SrtpBuffer packet) throws GeneralSecurityException {
        var context = reports.get(ssrc);
        if (context == null) {
            context = sending.deriveControlContext(ssrc);
            reports.put(ssrc, context);
        }
        demand(context.transformPacket(packet));
    }

    /** Empty for a packet that was not made by the player, or was seen before. */
    Optional<ByteBuffer> openControl(byte[] datagram) throws GeneralSecurityException {
        if (datagram.length < SMALLEST_CONTROL) {
            return Optional.empty();
        }
        int ssrc = ByteBuffer.wrap(datagram).getInt(4);
        var known = received.get(ssrc);
        var context = known == null ? receiving.deriveControlContext(ssrc) : known;
        var packet = new SrtpBuffer(datagram.length);
        packet.set(datagram);
        if (context.reverseTransformPacket(packet) != SrtpErrorStatus.OK) {
            return Optional.empty();
        }
        if (known == null && received.size() < MOST_SOURCES) {
            received.put(ssrc, context);
        }
        return Optional.of(ByteBuffer.wrap(packet.getBuffer(), 0, packet.getLength()));
    }

    private static void demand(SrtpErrorStatus status) throws GeneralSecurityException {
        if (status != SrtpErrorStatus.OK) {
            throw new GeneralSecurityException("The packet could not be protected: " + status);
        }
    }
}
