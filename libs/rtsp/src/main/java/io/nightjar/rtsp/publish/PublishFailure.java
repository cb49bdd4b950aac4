// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.publish;

import java.io.IOException;

/** The server cannot be published to. The message names a class of failure, never an address or a user. */
public final class PublishFailure extends IOException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What failed. */
    public enum Kind {
        AUTH,
        REFUSED,
        TIMEOUT,
        PROTOCOL,
        RESET
    }

    PublishFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    PublishFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
