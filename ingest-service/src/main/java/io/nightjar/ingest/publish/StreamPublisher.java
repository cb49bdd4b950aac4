// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one camera session on a thread of its own. The media plane may go and come back: the camera's session never
 * notices, and publishing goes on from the last key frame.
 */
public final class StreamPublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StreamPublisher.class);
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LAST_WAIT_MILLIS = 2_000;

    private final MediaPathName path;
    private final MediaPlane plane;
    private final List<TrackFormat> formats;
    private final Instant start;
    private final Runnable onFirstKey;
    private final Clock clock;
    private final PacketQueue queue;
    private final Thread thread;
    private volatile MediaPlane.@Nullable Publication publication;
    private volatile @Nullable Instant lostSince;
    private volatile boolean closed;
    private boolean announced;

    /**
     * Begins at once.
     *
     * @param waiting how many packets may wait for the media plane before whole groups of pictures are dropped
     * @param onFirstKey called once, when the first key frame has been published
     */
    public StreamPublisher(
            MediaPathName path,
            MediaPlane plane,
            List<TrackFormat> formats,
            Instant start,
            int waiting,
            Runnable onFirstKey,
            Clock clock) {
        this.path = path;
        this.plane = plane;
        this.formats = List.copyOf(formats);
        this.start = start;
        this.onFirstKey = onFirstKey;
        this.clock = clock;
        this.queue = new PacketQueue(this::keyPicture, waiting, this::sentAtOnce);
        this.thread = Thread.ofPlatform().daemon().name("publish " + path).start(this::run);
    }

    /** Sends it, or takes a copy to be sent; never waits. */
    public void offer(Packet packet) {
        queue.offer(packet);
    }

    /** On the camera's thread, while this publisher's own has nothing to do. */
    private boolean sentAtOnce(Packet packet) {
        var open = publication;
        try {
            if (open == null || !open.offer(packet)) {
                return false;
            }
        } catch (MediaPlaneFailure failure) {
            // The publisher's own thread meets it with the next packet, and deals with it.
            return false;
        }
        written(packet);
        return true;
    }

    /** Since when the media plane has been away; empty while it takes what comes. */
    public Optional<Instant> lostSince() {
        return Optional.ofNullable(lostSince);
    }

    public long dropped() {
        return queue.dropped();
    }

    private boolean keyPicture(Packet packet) {
        return packet.key() && formats.get(packet.track()).video();
    }

    private void run() {
        long wait = FIRST_WAIT_MILLIS;
        try {
            while (!closed) {
                boolean wrote = publish();
                wait = wrote ? FIRST_WAIT_MILLIS : Math.min(wait * 2, LAST_WAIT_MILLIS);
                if (!closed && queue.closedWithin(wait)) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes until it fails or is closed; true when something was written. */
    private boolean publish() throws InterruptedException {
        boolean wrote = false;
        try (var open = plane.publish(path, formats, start)) {
            publication = open;
            queue.flowing();
            for (var packet = queue.take(); packet.isPresent(); packet = queue.take()) {
                open.write(packet.get());
                wrote = true;
                written(packet.get());
            }
        } catch (MediaPlaneFailure failure) {
            lost(failure);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Publishing failed by a fault path=%s", path);
            lost(new MediaPlaneFailure("fault", fault));
        } finally {
            publication = null;
            queue.held();
        }
        return wrote;
    }

    private void written(Packet packet) {
        if (lostSince != null) {
            lostSince = null;
            LOG.infof("Publishing again path=%s", path);
        }
        if (!announced && keyPicture(packet)) {
            announced = true;
            onFirstKey.run();
        }
    }

    private void lost(MediaPlaneFailure failure) {
        if (!closed && lostSince == null) {
            lostSince = clock.instant();
            LOG.infof("Media plane lost, trying again path=%s cause=%s", path, failure.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.close();
        var open = publication;
        if (open != null && thread.isAlive()) {
            endWithin(300);
            open.interrupt();
        }
        endWithin(1_700);
    }

    private void endWithin(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
