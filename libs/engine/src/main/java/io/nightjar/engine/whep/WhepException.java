// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.Serial;

/** Why an offer or a request about a session was refused, with a sentence for people. */
public final class WhepException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Each kind knows the HTTP status WHEP asks for. */
    public enum Kind {
        BAD_OFFER(400),
        NOT_FOUND(404),
        /** The stream cannot be played by WebRTC, or not by this browser: another protocol may do. */
        UNSUPPORTED(406),
        PRECONDITION_FAILED(412),
        UNPROCESSABLE(422),
        PRECONDITION_REQUIRED(428),
        BUSY(503),
        /** Nobody publishes the stream at present. */
        OFFLINE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;

    public WhepException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
