// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Publishes pictures as the camera sends them. */
final class CopyOutlet implements Outlet {

    private final int video;
    private final Sound sound;
    private final StreamPublisher publisher;

    /** @param publish begins to publish these formats */
    CopyOutlet(int video, TrackFormat format, Sound sound, Function<List<TrackFormat>, StreamPublisher> publish) {
        this.video = video;
        this.sound = sound;
        this.publisher = publish.apply(
                Stream.concat(Stream.of(format), sound.format().stream()).toList());
    }

    @Override
    public void offer(Packet packet) {
        if (packet.track() == video) {
            publisher.offer(Sound.onTrack(packet, 0));
        } else {
            sound.offer(packet, 1, publisher::offer);
        }
    }

    @Override
    public Optional<Instant> lostSince() {
        return publisher.lostSince();
    }

    @Override
    public void close() {
        publisher.close();
        sound.close();
    }
}
