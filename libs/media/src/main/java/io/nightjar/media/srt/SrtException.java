// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;

/** A connection could not be had, or broke. The message is a sentence for people without any secret. */
public final class SrtException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;

    SrtException(ErrorKind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    SrtException(ErrorKind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public ErrorKind kind() {
        return kind;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
