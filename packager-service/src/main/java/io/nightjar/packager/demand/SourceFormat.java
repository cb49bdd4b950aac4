// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import io.nightjar.contracts.event.StreamHealth;
import java.util.Optional;

/** What a camera sends, as far as it decides who can play it. */
record SourceFormat(String codec, boolean bFrames) {

    /** Empty while nothing flows. */
    static Optional<SourceFormat> of(StreamHealth health) {
        return Optional.ofNullable(health.media()).map(media -> new SourceFormat(media.codec(), media.bFrames()));
    }

    boolean h264() {
        return codec.equals("h264");
    }

    /** Never published as it is: its pictures go out one by one, or in the form for browsers. */
    boolean mjpeg() {
        return codec.equals("mjpeg");
    }
}
