// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import org.jspecify.annotations.Nullable;

/** A camera could not be used. The message is a sentence for people and holds neither secrets nor addresses with them. */
public final class CameraFailure extends RuntimeException {

    private final ErrorKind kind;

    public CameraFailure(ErrorKind kind, String sentence) {
        this(kind, sentence, null);
    }

    public CameraFailure(ErrorKind kind, String sentence, @Nullable Throwable cause) {
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
