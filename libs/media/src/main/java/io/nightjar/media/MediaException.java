// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.stream.ErrorKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A native call failed. Carries libav's own text and never an address: those may hold passwords. */
public final class MediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final int code;
    private final String libavText;
    private final ErrorKind kind;
    private final boolean told;

    MediaException(String call, int code, String libavText, ErrorKind kind) {
        super(call + ": " + libavText + " (" + code + ")");
        this.call = call;
        this.code = code;
        this.libavText = libavText;
        this.kind = kind;
        this.told = false;
    }

    MediaException(String call, String text, ErrorKind kind) {
        super(call + ": " + text);
        this.call = call;
        this.code = 0;
        this.libavText = text;
        this.kind = kind;
        this.told = false;
    }

    /** A failure told in a whole sentence. */
    MediaException(String sentence, ErrorKind kind, @Nullable Throwable cause) {
        super(sentence, cause);
        this.call = "open";
        this.code = cause instanceof MediaException failure ? failure.code : 0;
        this.libavText = sentence;
        this.kind = kind;
        this.told = true;
    }

    /** What happened and what to do, for people; empty when the kind says all there is to say. */
    public Optional<String> sentence() {
        return told ? Optional.of(libavText) : Optional.empty();
    }

    public String call() {
        return call;
    }

    /** libav's error code; 0 when the failure is ours. */
    public int code() {
        return code;
    }

    public String libavText() {
        return libavText;
    }

    public ErrorKind kind() {
        return kind;
    }
}
