// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** A binding request of RFC 8489, as ICE sends it (RFC 8445). Its integrity is not yet proven when it is parsed. */
final class StunRequest {

    private static final int BINDING_REQUEST = 0x0001;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int PRIORITY = 0x0024;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FINGERPRINT = 0x8028;

    private final byte[] packet;
    private String username = "";
    private long priority;
    private boolean nominating;
    private int integrityAt = -1;

    private StunRequest(byte[] packet) {
        this.packet = packet;
    }

    /** Empty for anything but a well-formed binding request, and for one whose fingerprint is wrong. */
    static Optional<StunRequest> parse(byte[] packet) {
        if (!Stun.wellFormed(packet) || Stun.type(packet) != BINDING_REQUEST) {
            return Optional.empty();
        }
        var request = new StunRequest(packet);
        return request.readAttributes() ? Optional.of(request) : Optional.empty();
    }

    private boolean readAttributes() {
        int at = Stun.HEADER;
        while (at + 4 <= packet.length) {
            int type = Stun.uint16(packet, at);
            int length = Stun.uint16(packet, at + 2);
            if (at + 4 + length > packet.length || !accept(type, at, length)) {
                return false;
            }
            at += 4 + ((length + 3) & ~3);
        }
        return !username.isEmpty() && integrityAt >= 0;
    }

    private boolean accept(int type, int at, int length) {
        if (integrityAt >= 0 && type != FINGERPRINT) {
            return true; // What follows the integrity is not covered by it and must be ignored.
        }
        switch (type) {
            case USERNAME -> username = new String(packet, at + 4, length, StandardCharsets.UTF_8);
            case PRIORITY -> priority = length == 4 ? Stun.uint32(packet, at + 4) : 0;
            case USE_CANDIDATE -> nominating = true;
            case MESSAGE_INTEGRITY -> integrityAt = length == Stun.HMAC ? at : -1;
            case FINGERPRINT -> {
                return length == 4 && Stun.uint32(packet, at + 4) == Stun.fingerprint(packet, at);
            }
            default -> {
                // Comprehension-optional attributes (>= 0x8000) and those of ICE's roles do not matter to a lite agent.
            }
        }
        return true;
    }

    /** The part of the user name before the colon: the one we gave out. */
    String localFragment() {
        int colon = username.indexOf(':');
        return colon < 0 ? username : username.substring(0, colon);
    }

    /** The part of the user name behind the colon: the player's own. */
    String remoteFragment() {
        int colon = username.indexOf(':');
        return colon < 0 ? "" : username.substring(colon + 1);
    }

    long priority() {
        return priority;
    }

    boolean nominating() {
        return nominating;
    }

    boolean authentic(String password) {
        byte[] proof = Arrays.copyOfRange(packet, integrityAt + 4, integrityAt + 4 + Stun.HMAC);
        return MessageDigest.isEqual(proof, Stun.integrity(packet, integrityAt, password));
    }

    /** The answer: tells the player which address we saw, proven with the same password. */
    byte[] success(InetSocketAddress seen, String password) {
        return Stun.success(Arrays.copyOfRange(packet, 8, Stun.HEADER), seen, password);
    }
}
