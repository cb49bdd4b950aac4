// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

/** The media plane cannot be reached or took no more. The message names a class of failure, never an address. */
public final class MediaPlaneFailure extends RuntimeException {

    public MediaPlaneFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
