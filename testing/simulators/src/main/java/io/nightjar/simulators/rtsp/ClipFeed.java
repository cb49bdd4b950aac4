// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.H265Packetizer;
import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.rtsp.rtp.Packetizer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** Plays a clip over and over, in coding order, with presentation times; a viewer waits for the next key frame. */
final class ClipFeed implements Feed {

    private static final long TICKS_PER_PICTURE = FrameSlots.CLOCK_RATE / Clip.FPS;

    private final Clip clip;
    private final List<Clip.Picture> pictures;
    private final Clock clock;
    private final FeedThread thread;
    private final FrameSlots slots = new FrameSlots(Clip.FPS);
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ever = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    ClipFeed(Clip clip, Clock clock) {
        this.clip = clip;
        this.pictures = clip.load();
        this.clock = clock;
        this.thread = new FeedThread("clip-" + clip);
    }

    @Override
    public CompletionStage<SdpMedia> describe(String control) {
        return CompletableFuture.completedFuture(
                switch (clip) {
                    case H264_B_FRAMES ->
                        SdpMedia.h264(
                                PAYLOAD_TYPE,
                                parameterSet(Nal::h264Type, Nal.H264_SPS),
                                parameterSet(Nal::h264Type, Nal.H264_PPS),
                                control);
                    case H265 ->
                        SdpMedia.h265(
                                PAYLOAD_TYPE,
                                parameterSet(Nal::h265Type, Nal.H265_VPS),
                                parameterSet(Nal::h265Type, Nal.H265_SPS),
                                parameterSet(Nal::h265Type, Nal.H265_PPS),
                                control);
                });
    }

    private byte[] parameterSet(ToIntFunction<byte[]> typeOf, int type) {
        return pictures.getFirst().nals().stream()
                .filter(nal -> typeOf.applyAsInt(nal) == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The clip has no parameter set of type " + type));
    }

    @Override
    public Packetizer packetizer() {
        return clip == Clip.H265 ? new H265Packetizer() : new H264Packetizer();
    }

    @Override
    public void watch(Viewer viewer) {
        thread.run(() -> {
            viewers.add(viewer);
            ever.incrementAndGet();
            if (!thread.ticking()) {
                slots.restart(System.nanoTime());
                thread.start(slots.period(), this::tick);
            }
        });
    }

    @Override
    public void leave(Viewer viewer) {
        thread.run(() -> {
            viewers.remove(viewer);
            if (viewers.isEmpty()) {
                thread.stop();
            }
        });
    }

    private void tick() {
        if (!slots.enter(System.nanoTime())) {
            return;
        }
        var number = sent.getAndIncrement();
        var picture = pictures.get((int) (number % pictures.size()));
        var loopTicks = number / pictures.size() * pictures.size() * TICKS_PER_PICTURE;
        var shownMicros = clock.millis() * 1000 + (picture.pts() - picture.dts()) * 1_000_000 / FrameSlots.CLOCK_RATE;
        var unit = new Unit(picture.nals(), loopTicks + picture.pts(), shownMicros, picture.key());
        viewers.forEach(viewer -> viewer.picture(unit));
    }

    @Override
    public int viewers() {
        return viewers.size();
    }

    @Override
    public int viewersEver() {
        return ever.get();
    }

    @Override
    public long pictures() {
        return sent.get();
    }

    @Override
    public void close() {
        thread.close();
    }
}
