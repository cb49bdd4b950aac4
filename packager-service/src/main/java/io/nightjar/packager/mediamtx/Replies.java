// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.kit.Problem;
import io.nightjar.packager.plane.MediaReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What viewers hear when MediaMTX cannot answer. */
final class Replies {

    private Replies() {}

    static CompletionStage<MediaReply> offline(MediaPathName path) {
        return CompletableFuture.failedFuture(Problem.unavailable(
                "The stream " + path.stream() + " is not there at present; it is being tried again."));
    }

    static CompletionStage<MediaReply> unreachable() {
        return CompletableFuture.failedFuture(
                Problem.unavailable("The media server cannot be reached; it is being tried again."));
    }
}
