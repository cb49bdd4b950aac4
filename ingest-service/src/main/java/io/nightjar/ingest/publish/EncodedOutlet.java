// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.camera.Video;
import io.nightjar.media.MediaException;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import io.nightjar.media.VideoConverter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes pictures decoded and encoded again. The converter's own thread does it, and leaves out pictures when late. */
final class EncodedOutlet implements Outlet {

    private final int video;
    private final Sound sound;
    private final Function<List<TrackFormat>, StreamPublisher> publish;
    private final Consumer<MediaException> onFailure;
    private final VideoConverter converter;
    private @Nullable StreamPublisher publisher;
    private boolean closed;

    /**
     * Begins at once.
     *
     * @param publish begins to publish these formats
     * @param onFailure called on the converter's thread; must return at once
     */
    EncodedOutlet(
            int video,
            TrackFormat format,
            Video.Encode wish,
            Sound sound,
            Function<List<TrackFormat>, StreamPublisher> publish,
            Consumer<MediaException> onFailure) {
        this.video = video;
        this.sound = sound;
        this.publish = publish;
        this.onFailure = onFailure;
        this.converter = VideoConverter.open(format, wish, new Published());
        announce(converter.format());
    }

    @Override
    public void offer(Packet packet) {
        if (packet.track() == video) {
            converter.offer(packet);
        } else {
            sound.offer(packet, 1, this::hand);
        }
    }

    @Override
    public synchronized Optional<Instant> lostSince() {
        return publisher == null ? Optional.empty() : publisher.lostSince();
    }

    private void announce(TrackFormat converted) {
        var fresh = publish.apply(
                Stream.concat(Stream.of(converted), sound.format().stream()).toList());
        StreamPublisher before;
        synchronized (this) {
            before = closed ? fresh : publisher;
            publisher = closed ? null : fresh;
        }
        if (before != null) {
            before.close();
        }
    }

    private synchronized void hand(Packet packet) {
        if (publisher != null) {
            publisher.offer(packet);
        }
    }

    @Override
    public void close() {
        StreamPublisher last;
        synchronized (this) {
            closed = true;
            last = publisher;
            publisher = null;
        }
        converter.close();
        if (last != null) {
            last.close();
        }
        sound.close();
    }

    /** What the converter says, on its own thread. */
    private final class Published implements VideoConverter.Output {

        @Override
        public void packet(Packet packet) {
            hand(Sound.onTrack(packet, 0));
        }

        @Override
        public void format(TrackFormat changed) {
            announce(changed);
        }

        @Override
        public void failed(MediaException failure) {
            onFailure.accept(failure);
        }
    }
}
