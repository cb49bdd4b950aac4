// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

/** One RTP payload, made once and sent to every session. Nobody changes it. */
final class Payload {

    private final byte[] bytes;
    private final boolean marker;

    Payload(byte[] bytes, boolean marker) {
        this.bytes = bytes;
        this.marker = marker;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Last of its picture. */
    boolean marker() {
        return marker;
    }
}
