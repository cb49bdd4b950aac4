// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.PictureCheck;
import io.nightjar.media.Jpeg;
import io.nightjar.media.MediaException;
import io.nightjar.media.TrackFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A stream's pictures across its sessions. While nobody watches, key frames are looked at now and then; while somebody
 * does, every picture is decoded, once for all of them. The last picture outlives its session.
 */
public final class StreamPictures {

    public static final int QUALITY = 80;
    private static final Logger LOG = Logger.getLogger(StreamPictures.class);

    private final StreamId stream;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable PictureFeed feed;
    private volatile @Nullable Jpeg last;

    /** Somebody who wants each new picture; must return at once. */
    public interface Watcher {
        void picture(PictureSource source, long atMicros);
    }

    /** Encodes the picture of the moment; shared, so the same size is encoded once. */
    public interface PictureSource {
        Optional<Jpeg> jpeg(int maxWidth);
    }

    public StreamPictures(StreamId stream) {
        this.stream = stream;
    }

    /** A session begins; its pictures are decoded until the feed is closed. */
    public PictureFeed begin(TrackFormat video, InputOptions input) {
        int skipped = Objects.requireNonNullElse(input.frameSkip(), 0);
        var begun = new PictureFeed(stream, video, this, skipped);
        feed = begun;
        return begun;
    }

    /** The newest picture not wider than asked (0: as it is); that of the last session while there is none. */
    public Optional<Jpeg> newest(int maxWidth) {
        var current = feed;
        var fresh = current == null ? Optional.<Jpeg>empty() : current.jpeg(maxWidth);
        return fresh.or(() -> Optional.ofNullable(last));
    }

    public PictureCheck.Verdict verdict() {
        var current = feed;
        return current == null ? new PictureCheck.Verdict(false, false) : current.verdict();
    }

    /** Watches until the returned handle is run. */
    public Runnable watch(Watcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    public boolean watched() {
        return !watchers.isEmpty();
    }

    void decoded(PictureFeed source, long atMicros) {
        for (var watcher : watchers) {
            try {
                watcher.picture(source, atMicros);
            } catch (MediaException failure) {
                LOG.debugf("Picture not encoded camera=%s cause=%s", stream.camera(), failure.getMessage());
            }
        }
    }

    void ended(PictureFeed ended, Optional<Jpeg> newest) {
        newest.ifPresent(picture -> last = picture);
        if (feed == ended) {
            feed = null;
        }
    }
}
