// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The wire format of STUN (RFC 8489): header, message integrity, fingerprint, XOR-mapped addresses. */
final class Stun {

    static final int HEADER = 20;
    static final int HMAC = 20;
    private static final int COOKIE = 0x2112A442;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_XOR = 0x5354554e;

    private Stun() {}

    static boolean wellFormed(byte[] packet) {
        return packet.length >= HEADER
                && (packet[0] & 0xc0) == 0
                && uint32(packet, 4) == COOKIE
                && uint16(packet, 2) == packet.length - HEADER
                && (packet.length & 3) == 0;
    }

    static int type(byte[] packet) {
        return uint16(packet, 0);
    }

    static int uint16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    static long uint32(byte[] bytes, int at) {
        return ((long) uint16(bytes, at) << 16) | uint16(bytes, at + 2);
    }

    /** HMAC-SHA1 over the message up to the integrity attribute at {@code at}, as if that were its last one. */
    static byte[] integrity(byte[] packet, int at, String password) {
        byte[] covered = Arrays.copyOf(packet, at);
        setLength(covered, at + 4 + HMAC);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(covered);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK has no HmacSHA1", missing);
        }
    }

    /** The checksum over the message up to the fingerprint attribute at {@code at}. */
    static long fingerprint(byte[] packet, int at) {
        byte[] covered = Arrays.copyOf(packet, at);
        setLength(covered, at + 8);
        var crc = new CRC32();
        crc.update(covered);
        return crc.getValue() ^ FINGERPRINT_XOR;
    }

    static byte[] success(byte[] transaction, InetSocketAddress seen, String password) {
        byte[] address = xorAddress(seen, transaction);
        var message = ByteBuffer.allocate(HEADER + 4 + address.length + 4 + HMAC + 8);
        message.putShort((short) BINDING_SUCCESS).putShort((short) (message.capacity() - HEADER));
        message.putInt(COOKIE).put(transaction);
        message.putShort((short) XOR_MAPPED_ADDRESS)
                .putShort((short) address.length)
                .put(address);
        int integrityAt = message.position();
        message.putShort((short) MESSAGE_INTEGRITY).putShort((short) HMAC);
        message.put(integrity(message.array(), integrityAt, password));
        int fingerprintAt = message.position();
        message.putShort((short) FINGERPRINT).putShort((short) 4);
        message.putInt((int) fingerprint(message.array(), fingerprintAt));
        return message.array();
    }

    /** Family, port and address, masked so that no middlebox rewrites them. */
    static byte[] xorAddress(InetSocketAddress seen, byte[] transaction) {
        byte[] address = seen.getAddress().getAddress();
        byte[] mask = ByteBuffer.allocate(16).putInt(COOKIE).put(transaction).array();
        var value = ByteBuffer.allocate(4 + address.length);
        value.putShort((short) (address.length == 4 ? 1 : 2));
        value.putShort((short) (seen.getPort() ^ (COOKIE >>> 16)));
        for (int i = 0; i < address.length; i++) {
            value.put((byte) (address[i] ^ mask[i]));
        }
        return value.array();
    }

    private static void setLength(byte[] message, int end) {
        message[2] = (byte) ((end - HEADER) >> 8);
        message[3] = (byte) (end - HEADER);
    }
}
