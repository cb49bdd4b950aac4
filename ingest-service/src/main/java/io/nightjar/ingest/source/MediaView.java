// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.ingest.picture.StreamPictures;
import io.nightjar.ingest.session.Opened;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What flows through a session, in the words of the health topic. */
final class MediaView {

    private MediaView() {}

    /** Empty before the first frame. */
    static Optional<StreamHealth.Media> of(SessionFeed flow, Opened opened, StreamPictures pictures, Clock clock) {
        var facts = flow.facts();
        var last = facts.lastFrame();
        if (last == null) {
            return Optional.empty();
        }
        var format = flow.format();
        var verdict = pictures.verdict();
        return Optional.of(new StreamHealth.Media(
                format.codec().wire(),
                format.width(),
                format.height(),
                facts.fps(),
                facts.bitrate(),
                opened.transport().wire(),
                flow.sound().orElse(null),
                Math.max(0, Duration.between(last, clock.instant()).toMillis()),
                facts.keyFrameIntervalMs(),
                facts.timestampBreaks(),
                facts.bFrames(),
                verdict.frozen(),
                verdict.black(),
                flow.delivery()));
    }
}
