// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import java.nio.ByteBuffer;

/** The packets beside the data: 16 bytes of header and what belongs to them. */
enum Control {
    HANDSHAKE(0),
    KEEP_ALIVE(1),
    RECEIVED(2),
    LOST(3),
    SHUTDOWN(5),
    RECEIVED_SEEN(6),
    DROPPED(7),
    /** A message of the extensions; the only one that matters here is a new key. */
    EXTENSION(0x7fff),
    OTHER(-1);

    static final int HEADER = 16;
    static final int KEY_REQUEST = 3;
    static final int KEY_ANSWER = 4;

    private final int number;

    Control(int number) {
        this.number = number;
    }

    /** A packet of this kind with room for so many bytes behind its header, where it stands then. */
    ByteBuffer packet(int subtype, int information, int micros, int peer, int room) {
        return ByteBuffer.allocate(HEADER + room)
                .putInt(0x8000_0000 | number << 16 | subtype)
                .putInt(information)
                .putInt(micros)
                .putInt(peer);
    }

    static boolean is(ByteBuffer packet) {
        return packet.getInt(0) < 0;
    }

    static Control of(ByteBuffer packet) {
        int number = packet.getShort(0) & 0x7fff;
        for (var control : values()) {
            if (control.number == number) {
                return control;
            }
        }
        return OTHER;
    }
}
