// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.srt;

import io.nightjar.media.Codec;
import io.nightjar.media.MediaException;
import io.nightjar.media.NalUnits;
import io.nightjar.media.SrtSender;
import io.nightjar.media.TrackFormat;
import io.nightjar.media.VideoParameters;
import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.KeyGate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One caller, and the pictures that are sent to it. That it has gone is noticed with the next picture: a silent camera keeps
 * a caller that has hung up.
 */
final class SrtViewer implements Feed.Viewer {

    private static final long PATIENCE_SECONDS = 10;

    private final SrtSender sender;
    private final Feed feed;
    private final Behaviour behaviour;
    private final Runnable gone;
    private final CountDownLatch over = new CountDownLatch(1);
    private final KeyGate keys = new KeyGate();
    private final long called = System.nanoTime();
    private boolean begun;
    private long firstTicks;

    /** @param gone said once, on the feed's thread */
    SrtViewer(SrtSender sender, Feed feed, Behaviour behaviour, Runnable gone) {
        this.sender = sender;
        this.feed = feed;
        this.behaviour = behaviour;
        this.gone = gone;
    }

    void begin() {
        feed.watch(this);
    }

    /** Hangs up and waits until it has; never call it on the feed's thread. */
    void hangUp() {
        feed.leave(this);
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A caller could not be sent away");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void picture(Feed.Unit unit) {
        boolean awake = System.nanoTime() - called >= behaviour.answerDelay().toNanos();
        if (!keys.admits(unit, awake && !behaviour.silent())) {
            return;
        }
        try {
            send(unit);
        } catch (MediaException hungUp) {
            feed.leave(this);
        }
    }

    private void send(Feed.Unit unit) {
        if (!begun) {
            begun = true;
            firstTicks = unit.ticks();
            sender.begin(format(unit));
        }
        sender.picture((unit.ticks() - firstTicks) * 100 / 9, unit.key(), unit.nals());
    }

    private static TrackFormat format(Feed.Unit key) {
        var sets = key.nals().stream()
                .filter(nal -> Nal.h264Type(nal) == Nal.H264_SPS || Nal.h264Type(nal) == Nal.H264_PPS)
                .toList();
        var size = VideoParameters.of(Codec.H264, sets).orElseThrow();
        return TrackFormat.video(
                Codec.H264, size.width(), size.height(), 0, NalUnits.join(sets).array());
    }

    @Override
    public void left() {
        sender.close();
        gone.run();
        over.countDown();
    }
}
