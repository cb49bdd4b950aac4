// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static java.util.Objects.requireNonNull;

import io.nightjar.media.H264Encoder;
import io.nightjar.media.I420;
import io.nightjar.media.Packet;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.rtsp.rtp.Packetizer;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.scene.Scene;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows a scene while somebody watches; all viewers share one painter, one video encoder and one JPEG encoder. */
public final class SceneFeed implements Feed {

    private final FeedThread thread;
    private final FrameSlots slots;
    private final Packetizer packetizer = new H264Packetizer();
    private final Clock clock;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Set<StillViewer> stillViewers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ever = new AtomicInteger();
    private final AtomicLong pictures = new AtomicLong();

    // All below is used on the thread only.
    private final ScenePainter painter;
    private final Stills stills = new Stills();
    private boolean keyWanted = true;
    private @Nullable H264Encoder encoder;

    public SceneFeed(String name, String stream, Scene scene, StreamProfile profile, Behaviour behaviour, Clock clock) {
        this(name, stream, scene, profile, behaviour, clock, null);
    }

    /** @param head whose view the pictures follow; null shows the whole scene */
    public SceneFeed(
            String name,
            String stream,
            Scene scene,
            StreamProfile profile,
            Behaviour behaviour,
            Clock clock,
            @Nullable Head head) {
        this.painter = new ScenePainter(name, scene, profile, behaviour, clock, head);
        this.clock = clock;
        this.thread = new FeedThread("camera-" + name + "-" + stream);
        this.slots = new FrameSlots(profile.fps());
    }

    @Override
    public CompletionStage<SdpMedia> describe(String control) {
        return onThread(() -> sdp(control));
    }

    /** One JPEG of about this width; 0 means as large as the stream. */
    public CompletionStage<byte[]> still(int width) {
        return onThread(() -> {
            adaptSize();
            var jpeg = stills.encode(thread.ticking() ? painter.shown() : painter.paint(), width);
            rest();
            return jpeg;
        });
    }

    private <T> CompletionStage<T> onThread(Supplier<T> task) {
        var result = new CompletableFuture<T>();
        thread.run(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private SdpMedia sdp(String control) {
        adaptSize();
        var sets = Nal.split(encoder().format().extradata());
        var sps = first(sets, Nal.H264_SPS);
        var pps = first(sets, Nal.H264_PPS);
        rest();
        return SdpMedia.h264(PAYLOAD_TYPE, sps, pps, control);
    }

    private static byte[] first(List<byte[]> nals, int type) {
        return nals.stream()
                .filter(nal -> Nal.h264Type(nal) == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The encoder gave no parameter set of type " + type));
    }

    @Override
    public Packetizer packetizer() {
        return packetizer;
    }

    @Override
    public void watch(Viewer viewer) {
        thread.run(() -> {
            viewers.add(viewer);
            keyWanted = true;
            begin();
        });
    }

    @Override
    public void leave(Viewer viewer) {
        thread.run(() -> {
            if (viewers.remove(viewer)) {
                viewer.left();
            }
            if (viewers.isEmpty()) {
                closeEncoder();
            }
            rest();
        });
    }

    /** Gives every picture as JPEG until {@link #leaveStills}. */
    public void watchStills(StillViewer viewer) {
        thread.run(() -> {
            stillViewers.add(viewer);
            begin();
        });
    }

    public void leaveStills(StillViewer viewer) {
        thread.run(() -> {
            stillViewers.remove(viewer);
            rest();
        });
    }

    private void begin() {
        ever.incrementAndGet();
        if (!thread.ticking()) {
            slots.restart(System.nanoTime());
            thread.start(slots.period(), this::tick);
        }
    }

    /** Gives back what nobody needs now. */
    private void rest() {
        if (viewers.isEmpty() && stillViewers.isEmpty()) {
            thread.stop();
            closeEncoder();
            stills.close();
        }
    }

    private void tick() {
        if (!slots.enter(System.nanoTime())) {
            return;
        }
        adaptSize();
        var takenMicros = clock.millis() * 1000;
        var picture = painter.paint();
        if (!viewers.isEmpty()) {
            var key = keyWanted;
            keyWanted = false;
            encoder().encode(picture, slots.micros(), key, packet -> deliver(packet, takenMicros));
        }
        if (!stillViewers.isEmpty()) {
            deliverStill(picture);
        }
    }

    private void deliver(Packet packet, long takenMicros) {
        pictures.incrementAndGet();
        var unit = new Unit(Nal.split(packet.bytes()), slots.ticks(), takenMicros, packet.key());
        viewers.forEach(viewer -> viewer.picture(unit));
    }

    private void deliverStill(I420 picture) {
        if (viewers.isEmpty()) {
            pictures.incrementAndGet();
        }
        var jpeg = stills.encode(picture, 0);
        stillViewers.forEach(viewer -> viewer.still(jpeg));
    }

    private void adaptSize() {
        if (painter.adaptSize()) {
            closeEncoder();
            stills.close();
        }
    }

    private H264Encoder encoder() {
        if (encoder == null) {
            var profile = painter.profile();
            encoder = H264Encoder.open(new H264Encoder.Settings(
                    profile.width(), profile.height(), profile.fps(), profile.bitrate(), profile.fps()));
        }
        return requireNonNull(encoder);
    }

    private void closeEncoder() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }

    @Override
    public int viewers() {
        return viewers.size() + stillViewers.size();
    }

    @Override
    public int viewersEver() {
        return ever.get();
    }

    @Override
    public long pictures() {
        return pictures.get();
    }

    @Override
    public void close() {
        thread.close(() -> {
            viewers.forEach(Viewer::left);
            closeEncoder();
            stills.close();
        });
    }
}
