// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import io.nightjar.contracts.stream.ErrorKind;

/** What the reasons mean for which cameras turn callers away. */
final class Refusal {

    static final int BAD_SECRET = 10;
    static final int NOT_SECURE = 11;
    /** From here on the reasons are those of servers: what HTTP calls them, plus this. */
    private static final int OF_SERVERS = 1000;

    private Refusal() {}

    static SrtException of(int reason, boolean withPassphrase) {
        return switch (reason) {
            case BAD_SECRET ->
                new SrtException(
                        ErrorKind.AUTH, "The camera refused the passphrase; enter the one that is set in the camera.");
            case NOT_SECURE ->
                new SrtException(
                        ErrorKind.AUTH,
                        withPassphrase
                                ? "The camera uses no passphrase; set one there, or remove it from the address."
                                : "The camera asks for a passphrase, and none is set; end the address with"
                                        + " ?passphrase= and the one that is set in the camera.");
            case OF_SERVERS + 401, OF_SERVERS + 403 ->
                new SrtException(ErrorKind.AUTH, "The camera refused the streamid of the address; check it there.");
            case OF_SERVERS + 404 ->
                new SrtException(ErrorKind.NOT_FOUND, "The camera has no stream of the address's streamid.");
            default ->
                new SrtException(
                        ErrorKind.RESET,
                        "The camera has no room for another caller, or is not ready (SRT reason " + reason + ").");
        };
    }
}
