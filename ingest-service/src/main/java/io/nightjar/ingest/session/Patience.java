// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.contracts.camera.InputOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one attempt may take.
 *
 * @param connect until the camera has said what it sends
 * @param firstPicture from then on
 * @param read for one packet, where somebody said so
 */
public record Patience(
        Duration connect, Duration firstPicture, @Nullable Duration read) {

    private static final Duration FIRST_PICTURE = Duration.ofSeconds(7);

    public static Patience connecting(Duration connect) {
        return new Patience(connect, FIRST_PICTURE, null);
    }

    /** As a stream's own options want it. */
    Patience of(InputOptions input) {
        var open = input.openTimeoutMs();
        var packet = input.readTimeoutMs();
        return new Patience(
                open == null ? connect : Duration.ofMillis(open),
                longer(firstPicture, packet),
                packet == null ? read : Duration.ofMillis(packet));
    }

    Duration read(Duration otherwise) {
        return read == null ? otherwise : read;
    }

    private static Duration longer(Duration usual, @Nullable Integer millis) {
        return millis != null && millis > usual.toMillis() ? Duration.ofMillis(millis) : usual;
    }
}
