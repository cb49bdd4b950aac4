// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import io.nightjar.kit.StateFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Turns a viewer's wish into the stream that carries it, and keeps on-demand streams open while somebody wants them.
 * All its state changes on one thread.
 */
public final class Demand implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Demand.class);

    /** A lease that failed is tried again at this pace; one that holds is renewed every {@link Leases#RENEWAL}. */
    private static final Duration PACE = Duration.ofMillis(500);

    private final CameraDirectory cameras;
    private final IngestDirectory ingests;
    private final InternalClient client;
    private final Clock clock;
    private final Leases leases = new Leases();
    private final Map<StreamId, SourceFormat> formats = new ConcurrentHashMap<>();
    private final Map<MediaPathName, Instant> renewed = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("demand").daemon().factory());

    public Demand(CameraDirectory cameras, Path state, InternalClient client, Clock clock) {
        this.cameras = cameras;
        this.ingests =
                new IngestDirectory(new StateFile<>(state.resolve("ingest-instances.json"), IngestDirectory.type()));
        this.client = client;
        this.clock = clock;
        var unused =
                thread.scheduleWithFixedDelay(this::renew, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The path that this player is to be given, asked for where it is not there all the time. Fails with a Problem. */
    public MediaPathName wanted(StreamId stream, Player player) {
        var source = source(stream);
        boolean web = formats.containsKey(source) && player.needsWeb(formats.get(source));
        return ask(web ? MediaPathName.web(source) : MediaPathName.of(source));
    }

    /** Likewise, for an RTSP reader, who may name the form for browsers itself. */
    public MediaPathName asked(MediaPathName path) {
        return path.web() ? ask(MediaPathName.web(source(path.stream()))) : wanted(path.stream(), Player.RTSP);
    }

    private StreamId source(StreamId stream) {
        var camera = cameras.get(stream.camera().value());
        var role = camera.servedBy(stream.role()).orElseThrow(() -> Problem.notFound(camera.name() + " has no video."));
        var spec = camera.streams().get(role);
        if (spec != null && !spec.enabled()) {
            throw Problem.unavailable(camera.name() + " is switched off. Start its stream to watch it.");
        }
        return new StreamId(camera.id(), role);
    }

    private MediaPathName ask(MediaPathName path) {
        if (leased(path)) {
            thread.execute(() -> {
                leases.asked(path, clock.instant());
                renew();
            });
        }
        return path;
    }

    public void readers(MediaPathName path, int count) {
        thread.execute(() -> leases.readers(path, count));
    }

    /** Ingest says where a stream is owned, and what it carries. */
    public void heard(StreamHealth health) {
        SourceFormat.of(health).ifPresent(format -> formats.put(health.stream(), format));
        thread.execute(() -> ingests.heard(health));
    }

    public void gone(StreamId stream) {
        formats.remove(stream);
        thread.execute(() -> {
            ingests.forget(stream);
            leases.readers(MediaPathName.of(stream), 0);
            leases.readers(MediaPathName.web(stream), 0);
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void renew() {
        try {
            var now = clock.instant();
            var wanted = leases.wanted(now);
            renewed.keySet().retainAll(wanted);
            wanted.stream().filter(this::leased).filter(path -> due(path, now)).forEach(path -> lease(path, now));
        } catch (RuntimeException fault) {
            // A thrown task would never run again.
            LOG.error("Keeping streams open failed", fault);
        }
    }

    private boolean due(MediaPathName path, Instant now) {
        var last = renewed.get(path);
        return last == null || !last.plus(Leases.RENEWAL).isAfter(now);
    }

    private void lease(MediaPathName path, Instant now) {
        ingests.instanceOf(path.stream()).ifPresent(instance -> {
            renewed.put(path, now);
            var form = path.web() ? "&as=web" : "";
            client.put(
                            instance,
                            "/internal/ingest/demand/" + path.stream() + "?seconds=" + Leases.LENGTH.toSeconds() + form)
                    .subscribe()
                    .with(done -> {}, failure -> {
                        LOG.debugf("Ingest did not take the lease path=%s cause=%s", path, failure.getMessage());
                        thread.execute(() -> renewed.remove(path));
                    });
        });
    }

    /** Whether it is there only while it is asked for: on-demand streams, and every form for browsers. */
    private boolean leased(MediaPathName path) {
        return cameras.find(path.stream().camera())
                .filter(camera -> path.web() || onDemand(camera, path.stream()))
                .isPresent();
    }

    private static boolean onDemand(CameraSpec camera, StreamId stream) {
        var spec = camera.streams().get(stream.role());
        return spec != null && spec.onDemand();
    }
}
