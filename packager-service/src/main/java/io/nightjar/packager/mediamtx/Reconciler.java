// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.packager.plane.PathState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a MediaMTX as it must be. What was set through its API is gone when it restarts, so this looks again and
 * again rather than configuring once; the same look tells which paths are online.
 */
final class Reconciler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final MediaMtxApi api;
    private final Wanted wanted;
    private final Consumer<Map<MediaPathName, PathState>> seen;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mediamtx-reconciler").daemon().factory());
    private volatile Set<StreamId> streams = Set.of();
    private @Nullable Boolean reachable;
    /** Passwords cannot be compared, so they are set once each time it is met anew. */
    private boolean met;

    Reconciler(MediaMtxApi api, Wanted wanted, Consumer<Map<MediaPathName, PathState>> seen) {
        this.api = api;
        this.wanted = wanted;
        this.seen = seen;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    void streams(Set<StreamId> changed) {
        streams = Set.copyOf(changed);
        thread.execute(this::look);
    }

    private void look() {
        try {
            settle();
            seen.accept(states(api.paths()));
            reached(true, "");
        } catch (IOException failure) {
            seen.accept(Map.of());
            met = false;
            reached(false, failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            // A thrown task would never run again, and nobody would notice.
            LOG.error("Looking after MediaMTX failed", fault);
        }
    }

    private void settle() throws IOException, InterruptedException {
        if (!met || !Wanted.contains(api.global(), wanted.global())) {
            api.patchGlobal(wanted.global());
            met = true;
            LOG.infof("MediaMTX configured version=%s", api.version());
        }
        var names = streams.stream()
                .flatMap(stream -> Stream.of(MediaPathName.of(stream), MediaPathName.web(stream)))
                .map(MediaPathName::toString)
                .collect(Collectors.toSet());
        for (var action : Reconciliation.plan(names, api.configuredPaths())) {
            api.carryOut(action);
        }
    }

    private static Map<MediaPathName, PathState> states(Map<String, JsonNode> paths) {
        var states = new LinkedHashMap<MediaPathName, PathState>();
        paths.forEach((name, path) -> MediaPathName.parse(name).ifPresent(known -> {
            // Older versions say ready, newer ones online; "available" also means their offline slate.
            boolean online = path.path("online").asBoolean(path.path("ready").asBoolean());
            var time = path.path("onlineTime").asText(path.path("readyTime").asText(""));
            states.put(known, new PathState(known, online, readers(path), online ? instant(time) : null));
        }));
        return states;
    }

    private static @Nullable Instant instant(String time) {
        return time.isEmpty() ? null : java.time.OffsetDateTime.parse(time).toInstant();
    }

    /** Its own HLS muxer reads every path all the time and is nobody watching. */
    private static int readers(JsonNode path) {
        int count = 0;
        for (var reader : path.path("readers")) {
            var type = reader.path("type").asText();
            if (!type.equals("hlsMuxer") && !type.equals("hidden")) {
                count++;
            }
        }
        return count;
    }

    private void reached(boolean now, String why) {
        if (reachable == null || reachable != now) {
            if (now) {
                LOG.info("MediaMTX is there");
            } else {
                LOG.warnf("MediaMTX cannot be reached; trying again twice a second. %s", why);
            }
        }
        reachable = now;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
