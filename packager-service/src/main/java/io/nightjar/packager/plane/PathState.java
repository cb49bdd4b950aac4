// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import io.nightjar.contracts.stream.MediaPathName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A path as the media plane holds it. {@code since} is absent while it is offline. */
public record PathState(
        MediaPathName path,
        boolean online,
        int readers,
        @Nullable Instant since) {

    public static PathState offline(MediaPathName path) {
        return new PathState(path, false, 0, null);
    }
}
