// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.SceneFeed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One camera of a console. Safe for many threads. */
public final class ProtectCamera {

    private static final long SNAPSHOT_NANOS = 500_000_000;

    private final String id;
    private final String name;
    private final int number;
    private final SceneFeed main;
    private final SceneFeed sub;
    private final List<ProtectChannel> channels;
    private final @Nullable Head head;
    private final AtomicInteger snapshots = new AtomicInteger();
    private volatile boolean connected = true;
    private @Nullable Snapshot newest;

    ProtectCamera(int number, DeviceSetup setup, boolean rtspEnabled) {
        this.number = number;
        this.name = setup.name();
        this.head = setup.head();
        this.id = String.format(Locale.ROOT, "65a0c1d2e3f4a5b6c7d8%04x", number);
        this.main = setup.feed(Role.MAIN);
        this.sub = setup.feed(Role.SUB);
        this.channels = List.of(
                ProtectChannel.create(0, "High", "high", setup.main(), main, rtspEnabled),
                ProtectChannel.create(1, "Medium", "medium", setup.sub(), sub, false),
                ProtectChannel.create(2, "Low", "low", setup.sub(), sub, rtspEnabled));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Where it looks; null where it has no motor. */
    public @Nullable Head head() {
        return head;
    }

    String mac() {
        return String.format(Locale.ROOT, "F4E2C6AA%04X", number);
    }

    List<ProtectChannel> channels() {
        return channels;
    }

    List<SceneFeed> feeds() {
        return List.of(main, sub);
    }

    /** The secret part of a stream's address; empty while RTSP is off for it. */
    public Optional<String> alias(Role role) {
        return channels.get(role == Role.MAIN ? 0 : 2).alias();
    }

    public boolean connected() {
        return connected;
    }

    /** Unplugs it from the console, or plugs it in again. */
    public void connect(boolean state) {
        connected = state;
    }

    /** Streams that are being sent now, over all its qualities. */
    public int rtspConnections() {
        return feeds().stream().mapToInt(Feed::viewers).sum();
    }

    public int rtspConnectionsEver() {
        return feeds().stream().mapToInt(Feed::viewersEver).sum();
    }

    /** Snapshots given since the start. */
    public int snapshots() {
        return snapshots.get();
    }

    /** The newest snapshot of this size; there are two per second, however often one asks. */
    synchronized CompletionStage<byte[]> snapshot(int width, boolean large) {
        snapshots.incrementAndGet();
        var now = System.nanoTime();
        var last = newest;
        if (last != null && last.width() == width && last.large() == large && now - last.nanos() < SNAPSHOT_NANOS) {
            return last.jpeg();
        }
        var taken = new Snapshot(width, large, now, (large ? main : sub).still(width));
        newest = taken;
        return taken.jpeg();
    }

    private record Snapshot(int width, boolean large, long nanos, CompletionStage<byte[]> jpeg) {}
}
