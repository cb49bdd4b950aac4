// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words that open a connection.
 *
 * @param type what is asked or answered; a refusal is its reason plus {@link #REFUSED}
 * @param keyLength what the peer wishes, in bytes; 0 leaves it open
 * @param firstSequence of the data that will come
 * @param socket the number that the peer has chosen for the connection
 * @param cookie what a listener gives to prove that the caller's address is its own
 * @param latencyMillis what the peer grants; 0 when it says nothing
 * @param keyRefused the peer lets us in although it cannot make sense of our key
 */
record Handshake(
        int type, int keyLength, int firstSequence, int socket, int cookie, int latencyMillis, boolean keyRefused) {

    static final int INDUCTION = 1;
    static final int CONCLUSION = -1;
    static final int REFUSED = 1000;

    private static final int LENGTH = Control.HEADER + 48;
    private static final int PACKET_BYTES = 1500;
    private static final int WINDOW = 8192;
    private static final int HAS_REQUEST = 1;
    private static final int HAS_KEY = 2;
    private static final int HAS_CONFIG = 4;
    private static final int REQUEST = 1;
    private static final int ANSWER = 2;
    private static final int KEY = 3;
    private static final int KEY_ANSWER = 4;
    private static final int STREAM_ID = 5;
    private static final int VERSION = 0x0001_0500;
    /** Times, encryption, late packets dropped, losses told again, resent packets marked. */
    private static final int ABILITIES = 0x3f;

    /** The first words: they commit nobody to anything. */
    static ByteBuffer induction(int socket) {
        var packet = Control.HANDSHAKE.packet(0, 0, 0, 0, LENGTH - Control.HEADER);
        words(packet, 4, 0, 2, INDUCTION, socket, 0);
        return packet.flip();
    }

    /** Asks for the connection. */
    static ByteBuffer conclusion(int socket, Handshake induction, SrtAddress address, Optional<Keys> keys) {
        var id = words(address.streamId());
        var key = keys.map(Keys::message).orElse(new byte[0]);
        int extensions = HAS_REQUEST | (key.length == 0 ? 0 : HAS_KEY) | (id.length == 0 ? 0 : HAS_CONFIG);
        int length = keys.map(Keys::length).orElse(0);
        int latency = (int) address.latency().toMillis();
        var packet = Control.HANDSHAKE.packet(0, 0, 0, 0, LENGTH + 16 + 8 + key.length + id.length);
        words(packet, 5, length / 8, extensions, CONCLUSION, socket, induction.cookie());
        packet.putShort((short) REQUEST).putShort((short) 3);
        packet.putInt(VERSION).putInt(ABILITIES).putInt(latency << 16 | latency);
        block(packet, KEY, key);
        block(packet, STREAM_ID, id);
        return packet.flip();
    }

    private static void words(
            ByteBuffer packet, int version, int encryption, int extensions, int type, int socket, int cookie) {
        packet.putInt(version).putShort((short) encryption).putShort((short) extensions);
        packet.putInt(socket & 0x7fff_ffff).putInt(PACKET_BYTES).putInt(WINDOW);
        packet.putInt(type).putInt(socket).putInt(cookie);
        packet.put(new byte[16]);
    }

    private static void block(ByteBuffer packet, int type, byte[] content) {
        if (content.length > 0) {
            packet.putShort((short) type).putShort((short) (content.length / 4)).put(content);
        }
    }

    /** Empty when the packet is something else, or for another socket. */
    static Optional<Handshake> read(ByteBuffer packet, int socket) {
        boolean ours = packet.remaining() >= LENGTH
                && Control.is(packet)
                && Control.of(packet) == Control.HANDSHAKE
                && packet.getInt(12) == socket;
        if (!ours) {
            return Optional.empty();
        }
        int at = Control.HEADER;
        int latency = 0;
        boolean keyRefused = false;
        for (var block : blocks(packet)) {
            if (block.type() == ANSWER && block.length() >= 12) {
                latency = packet.getShort(block.start() + 10) & 0xffff;
            }
            // A key that is taken comes back whole; one that is not is answered with a number.
            keyRefused |= block.type() == KEY_ANSWER && block.length() == 4;
        }
        return Optional.of(new Handshake(
                packet.getInt(at + 20),
                packet.getShort(at + 4) * 8,
                packet.getInt(at + 8),
                packet.getInt(at + 24),
                packet.getInt(at + 28),
                latency,
                keyRefused));
    }

    private record Block(int type, int start, int length) {}

    private static List<Block> blocks(ByteBuffer packet) {
        var blocks = new ArrayList<Block>();
        int at = LENGTH;
        while (at + 4 <= packet.limit()) {
            int length = (packet.getShort(at + 2) & 0xffff) * 4;
            if (at + 4 + length <= packet.limit()) {
                blocks.add(new Block(packet.getShort(at), at + 4, length));
            }
            at += 4 + length;
        }
        return blocks;
    }

    /** Why the caller was turned away; empty when it was not. */
    OptionalInt refusal() {
        return type >= REFUSED ? OptionalInt.of(type - REFUSED) : OptionalInt.empty();
    }

    /** Four letters to a word, and each word from its end: a habit of the first implementation that became the rule. */
    private static byte[] words(String streamId) {
        var text = streamId.getBytes(StandardCharsets.UTF_8);
        var words = new byte[(text.length + 3) / 4 * 4];
        for (int index = 0; index < text.length; index++) {
            words[index / 4 * 4 + 3 - index % 4] = text[index];
        }
        return words;
    }
}
