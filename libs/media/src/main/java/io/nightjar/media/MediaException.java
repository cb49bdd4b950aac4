// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.stream.ErrorKind;

/** A native call failed. Carries libav's own text and never an address: those may hold passwords. */
public final class MediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final int code;
    private final String libavText;
    private final ErrorKind kind;

    MediaException(String call, int code, String libavText, ErrorKind kind) {
        super(call + ": " + libavText + " (" + code + ")");
        this.call = call;
        this.code = code;
        this.libavText = libavText;
        this.kind = kind;
    }

    MediaException(String call, String text, ErrorKind kind) {
        super(call + ": " + text);
        this.call = call;
        this.code = 0;
        this.libavText = text;
        this.kind = kind;
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
