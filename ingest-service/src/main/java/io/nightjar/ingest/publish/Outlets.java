// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.event.StreamHealth.Web;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.Codec;
import io.nightjar.media.MediaException;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the packets of one session go: one publication as configured, and one for browsers while somebody leases it.
 * Belongs to the camera's thread.
 */
public final class Outlets implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Outlets.class);

    /**
     * What outlets need besides the packets.
     *
     * @param start the time that packets' times count from
     * @param browsers somebody leases the publication for browsers
     * @param onFirstKey called once, when the stream's first key frame has been published, or has come where none of
     *     its pictures are published as they are
     * @param onFailure called when what was configured cannot be made
     */
    public record Surroundings(
            MediaPlane plane,
            Instant start,
            Clock clock,
            BooleanSupplier browsers,
            Runnable onFirstKey,
            Runnable onFailure) {}

    private final StreamId stream;
    private final Opened opened;
    private final StreamSpec spec;
    private final Surroundings surroundings;
    private final @Nullable Outlet main;
    private @Nullable Outlet web;
    private volatile boolean webRuns;
    private volatile boolean webBroken;
    private boolean announced;

    public Outlets(StreamId stream, Opened opened, StreamSpec spec, Surroundings surroundings) {
        this.stream = stream;
        this.opened = opened;
        this.spec = spec;
        this.surroundings = surroundings;
        this.main = main();
    }

    private @Nullable Outlet main() {
        var publish = publisher(MediaPathName.of(stream), surroundings.onFirstKey());
        if (spec.video() instanceof Video.Encode wish) {
            return encoded(wish, Sound.of(opened, spec.audio()), publish, failure -> {
                LOG.warnf("Pictures cannot be converted stream=%s cause=%s", stream, failure.getMessage());
                surroundings.onFailure().run();
            });
        }
        return copied()
                ? new CopyOutlet(opened.video(), opened.picture(), Sound.of(opened, spec.audio()), publish)
                : null;
    }

    /** What a media plane takes as it is; the rest is only ever published converted. */
    private boolean copied() {
        var codec = opened.picture().codec();
        return codec == Codec.H264 || codec == Codec.H265;
    }

    /** Whether what is published was encoded here. */
    public boolean converted() {
        return spec.video() instanceof Video.Encode;
    }

    /** How sound is published; empty without any. */
    public Optional<String> sound() {
        int track = opened.audio();
        if (track < 0 || spec.audio() == Audio.OFF) {
            return Optional.empty();
        }
        var codec = spec.audio() == Audio.OPUS
                ? Codec.OPUS
                : opened.tracks().get(track).codec();
        return Optional.of(codec.wire());
    }

    /** @param bFrames whether pictures came in another order than they are shown */
    public Web web(boolean bFrames) {
        if (!needsWeb(bFrames)) {
            return Web.NOT_NEEDED;
        }
        return webRuns ? Web.RUNNING : Web.ON_DEMAND;
    }

    private boolean needsWeb(boolean bFrames) {
        return !converted()
                && (opened.picture().codec() != Codec.H264
                        || bFrames
                        || opened.picture().bFrames());
    }

    /** Takes a packet whose times are since the start. */
    public void offer(Packet packet, boolean bFrames) {
        if (main != null) {
            main.offer(packet);
        } else if (!announced && packet.key() && packet.track() == opened.video()) {
            announced = true;
            surroundings.onFirstKey().run();
        }
        boolean wanted = surroundings.browsers().getAsBoolean() && needsWeb(bFrames);
        if (wanted != (web != null)) {
            switchWeb();
        }
        if (web != null) {
            web.offer(packet);
        }
    }

    private void switchWeb() {
        var running = web;
        if (running != null) {
            web = null;
            webRuns = false;
            webBroken = false;
            // Ending takes its time, which is not the camera's.
            Thread.ofVirtual().name("end " + MediaPathName.web(stream)).start(running::close);
        } else if (!webBroken) {
            beginWeb(MediaPathName.web(stream));
        }
    }

    private void beginWeb(MediaPathName path) {
        Consumer<MediaException> broken = failure -> {
            webBroken = true;
            webRuns = false;
            LOG.warnf("Pictures for browsers cannot be made path=%s cause=%s", path, failure.getMessage());
        };
        try {
            var sound = Sound.of(opened, spec.audio() == Audio.OFF ? Audio.OFF : Audio.OPUS);
            webRuns = true;
            web = encoded(Video.Encode.FOR_BROWSERS, sound, publisher(path, () -> {}), broken);
        } catch (MediaException failure) {
            broken.accept(failure);
        }
    }

    private Outlet encoded(
            Video.Encode wish,
            Sound sound,
            Function<List<TrackFormat>, StreamPublisher> publish,
            Consumer<MediaException> onFailure) {
        return new EncodedOutlet(opened.video(), opened.picture(), wish, sound, publish, onFailure);
    }

    private Function<List<TrackFormat>, StreamPublisher> publisher(MediaPathName path, Runnable onFirstKey) {
        var wanted = spec.input().highWatermark();
        int waiting = wanted == null ? PacketQueue.USUAL : Math.max(1, wanted);
        return formats -> new StreamPublisher(
                path, surroundings.plane(), formats, surroundings.start(), waiting, onFirstKey, surroundings.clock());
    }

    public Optional<Instant> lostSince() {
        return Optional.ofNullable(main).flatMap(Outlet::lostSince);
    }

    @Override
    public void close() {
        if (main != null) {
            main.close();
        }
        if (web != null) {
            web.close();
        }
    }
}
