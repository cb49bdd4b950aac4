// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.function.Consumer;

/** Puts the packets of one stream together again. Used by one thread at a time. */
public interface Depacketizer {

    /** Takes the next packet in order of arrival; hands on what became complete. */
    void packet(RtpPacket packet, Consumer<AccessUnit> units);

    /** Hands on what is still held back; for the end of a stream. */
    default void flush(Consumer<AccessUnit> units) {}

    /** Packets found missing so far. */
    int lost();
}
