// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What came of somebody's order. */
public sealed interface Reply {

    /** @param sent the camera was told something for it and agreed; otherwise there was no need to */
    record Done(boolean sent) implements Reply {}

    /** The press was over already. */
    record Ignored() implements Reply {}

    /** A newer order took its place before the camera was told. */
    record Superseded() implements Reply {}

    record Refused(
            Problem.Kind kind, String sentence, @Nullable String hint) implements Reply {}

    record Failed(Failure failure) implements Reply {}
}
