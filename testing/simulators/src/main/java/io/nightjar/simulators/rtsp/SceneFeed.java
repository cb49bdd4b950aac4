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
import io.nightjar.simulators.scene.Scene;
import io.nightjar.simulators.scene.SceneRenderer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Renders and encodes a scene while somebody watches; all viewers share one encoder. */
final class SceneFeed implements Feed {

    private final String name;
    private final Scene scene;
    private final StreamProfile normal;
    private final Behaviour behaviour;
    private final Clock clock;
    private final FeedThread thread;
    private final FrameSlots slots;
    private final Packetizer packetizer = new H264Packetizer();
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final AtomicLong pictures = new AtomicLong();

    // All below is used on the thread only.
    private StreamProfile profile;
    private boolean keyWanted = true;
    private long rendered;
    private @Nullable SceneRenderer renderer;
    private @Nullable H264Encoder encoder;
    private @Nullable I420 shown;

    SceneFeed(String name, String stream, Scene scene, StreamProfile profile, Behaviour behaviour, Clock clock) {
        this.name = name;
        this.scene = scene;
        this.normal = profile;
        this.profile = profile;
        this.behaviour = behaviour;
        this.clock = clock;
        this.thread = new FeedThread("camera-" + name + "-" + stream);
        this.slots = new FrameSlots(profile.fps());
    }

    @Override
    public CompletionStage<SdpMedia> describe(String control) {
        var result = new CompletableFuture<SdpMedia>();
        thread.run(() -> {
            try {
                result.complete(sdp(control));
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
        if (!thread.ticking()) {
            closeEncoder();
        }
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
                closeEncoder();
            }
        });
    }

    private void tick() {
        if (!slots.enter(System.nanoTime())) {
            return;
        }
        adaptSize();
        var takenMicros = clock.millis() * 1000;
        var key = keyWanted;
        keyWanted = false;
        encoder().encode(picture(), slots.micros(), key, packet -> deliver(packet, takenMicros));
    }

    private I420 picture() {
        var last = shown;
        if (behaviour.frozen() && last != null) {
            return last;
        }
        var current = renderer().render(rendered++);
        if (behaviour.black()) {
            current.fill(16, 128, 128);
        }
        shown = current;
        return current;
    }

    private void deliver(Packet packet, long takenMicros) {
        pictures.incrementAndGet();
        var unit = new Unit(Nal.split(packet.bytes()), slots.ticks(), takenMicros, packet.key());
        viewers.forEach(viewer -> viewer.picture(unit));
    }

    private void adaptSize() {
        var wanted = behaviour.resized() ? normal.smaller() : normal;
        if (!wanted.equals(profile)) {
            profile = wanted;
            closeEncoder();
            renderer = null;
            shown = null;
        }
    }

    private SceneRenderer renderer() {
        if (renderer == null) {
            renderer = new SceneRenderer(scene, name, profile.width(), profile.height(), clock);
        }
        return requireNonNull(renderer);
    }

    private H264Encoder encoder() {
        if (encoder == null) {
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
        return viewers.size();
    }

    @Override
    public long pictures() {
        return pictures.get();
    }

    @Override
    public void close() {
        thread.close(this::closeEncoder);
    }
}
