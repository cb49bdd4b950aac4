// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest picture of a video track for everybody who wants one: snapshots, MJPEG, checks. Safe for many threads.
 *
 * <p>While nobody watches, key packets are only kept, decoded when somebody asks and now and then for the {@link #stats}:
 * once per idle interval, more seldom while the pictures are in order. While watched, every picture is decoded, beginning with the next key packet. A broken packet costs its
 * picture, nothing else; pictures may change their size. A track of JPEGs hands out its pictures as they came, in full size
 * and whatever quality is asked for.
 */
public final class PictureDecoder implements AutoCloseable {

    private static final Duration IDLE_INTERVAL = Duration.ofSeconds(2);

    private final FrameDecoder decoder;
    private final JpegSizes jpegs = new JpegSizes();
    private final Damage damage = new Damage();
    private final @Nullable JpegPictures asTheyCame;
    private final LookRhythm rhythm;
    private @Nullable Packet pending;
    private boolean inStep;
    private boolean closed;
    private @Nullable PictureStats stats;

    private PictureDecoder(FrameDecoder decoder, boolean jpeg, Duration idleInterval) {
        this.decoder = decoder;
        this.asTheyCame = jpeg ? new JpegPictures() : null;
        this.rhythm = new LookRhythm(idleInterval);
    }

    public static PictureDecoder open(TrackFormat format) {
        return open(format, IDLE_INTERVAL);
    }

    /** With an idle interval of zero, every key packet is decoded and looked at. */
    public static PictureDecoder open(TrackFormat format, Duration idleInterval) {
        return new PictureDecoder(FrameDecoder.open(format), format.codec() == Codec.MJPEG, idleInterval);
    }

    /**
     * Takes the next packet.
     *
     * @param watched somebody wants every picture
     * @return whether there is a new picture, or a new look at one
     */
    public synchronized boolean accept(Packet packet, boolean watched) {
        if (closed) {
            return false;
        }
        if (asTheyCame != null) {
            return acceptJpeg(packet, asTheyCame, watched);
        }
        if (watched && (packet.key() || inStep)) {
            pending = null;
            inStep = true;
            return decode(packet, false);
        }
        inStep = false;
        if (!packet.key()) {
            return false;
        }
        // Kept although it is looked at: a look is decoded for its own sake, and is not fit to be shown.
        pending = packet.copy();
        return rhythm.due(packet.ptsMicros()) && look(packet);
    }

    /**
     * Whether to be given this packet at once, although nobody watches; otherwise it is enough when it comes before the next
     * {@link #jpeg}. Waits for nobody.
     */
    public boolean wants(Packet packet) {
        return asTheyCame != null || rhythm.due(packet.ptsMicros());
    }

    private boolean look(Packet packet) {
        long before = decoder.errors();
        boolean seen = decoder.glance(packet);
        if (seen) {
            looked(packet);
        }
        if (decoder.errors() > before) {
            damage.seen(Damage.Kind.DECODE);
        }
        return seen;
    }

    /** Pictures that are JPEG already are decoded for {@link #stats} only, and for who wants them smaller. */
    private boolean acceptJpeg(Packet packet, JpegPictures pictures, boolean watched) {
        if (!pictures.accept(packet)) {
            damage.seen(Damage.Kind.CORRUPT);
            return false;
        }
        pending = packet.copy();
        boolean due = rhythm.due(packet.ptsMicros());
        if (due) {
            decodePending();
        }
        return due || watched;
    }

    private void looked(Packet packet) {
        var seen = decoder.look();
        stats = seen;
        rhythm.looked(packet.ptsMicros(), seen);
    }

    private void decodePending() {
        var waiting = pending;
        if (waiting != null) {
            pending = null;
            decode(waiting, true);
        }
    }

    private boolean decode(Packet packet, boolean alone) {
        long before = decoder.errors();
        boolean fresh = decoder.decode(packet, alone);
        if (decoder.errors() > before) {
            damage.seen(Damage.Kind.DECODE);
        }
        if (!fresh) {
            return false;
        }
        if (packet.key() && (asTheyCame == null || rhythm.due(packet.ptsMicros()))) {
            looked(packet);
        }
        return true;
    }

    /** The newest picture as JPEG, not wider than asked; 0 means full size. Empty before the first picture. */
    public synchronized Optional<Jpeg> jpeg(int maxWidth, int quality) {
        if (closed) {
            return Optional.empty();
        }
        var untouched = asTheyCame == null ? Optional.<Jpeg>empty() : asTheyCame.within(maxWidth);
        if (untouched.isPresent()) {
            return untouched;
        }
        decodePending();
        long sequence = asTheyCame == null ? decoder.sequence() : asTheyCame.sequence();
        return decoder.newest().map(frame -> jpegs.encode(frame, maxWidth, quality, decoder.pts(), sequence));
    }

    /** About the newest key picture that was decoded. */
    public synchronized Optional<PictureStats> stats() {
        return Optional.ofNullable(stats);
    }

    /** Packets that could not be decoded. */
    public synchronized long errors() {
        return decoder.errors() + (asTheyCame == null ? 0 : asTheyCame.errors());
    }

    /** What has arrived broken. */
    public Damage damage() {
        return damage;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            jpegs.close();
            decoder.close();
        }
    }
}
