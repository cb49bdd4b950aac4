// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

/** The other side broke the protocol. Its text never quotes what was sent, which may hold credentials. */
public final class RtspException extends RuntimeException {

    private final int status;

    public RtspException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status a server answers with. */
    public int status() {
        return status;
    }
}
