// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
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
    private final Map<StreamId, Instant> renewed = new HashMap<>();
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

    /** The stream that really carries {@code stream}, asked for if it is on demand. Fails with a {@link Problem}. */
    public StreamId wanted(StreamId stream) {
        var camera = cameras.get(stream.camera().value());
        var role = camera.servedBy(stream.role()).orElseThrow(() -> Problem.notFound(camera.name() + " has no video."));
        var source = new StreamId(camera.id(), role);
        var spec = camera.streams().get(role);
        if (spec != null && !spec.enabled()) {
            throw Problem.unavailable(camera.name() + " is switched off. Start its stream to watch it.");
        }
        if (onDemand(camera, source)) {
            thread.execute(() -> {
                leases.asked(source, clock.instant());
                renew();
            });
        }
        return source;
    }

    public void readers(StreamId stream, int count) {
        thread.execute(() -> leases.readers(stream, count));
    }

    /** Ingest says where a stream is owned. */
    public void heard(StreamHealth health) {
        thread.execute(() -> ingests.heard(health));
    }

    public void gone(StreamId stream) {
        thread.execute(() -> {
            ingests.forget(stream);
            leases.readers(stream, 0);
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
            wanted.stream()
                    .filter(this::onDemand)
                    .filter(stream -> due(stream, now))
                    .forEach(stream -> lease(stream, now));
        } catch (RuntimeException fault) {
            // A thrown task would never run again.
            LOG.error("Keeping streams open failed", fault);
        }
    }

    private boolean due(StreamId stream, Instant now) {
        var last = renewed.get(stream);
        return last == null || !last.plus(Leases.RENEWAL).isAfter(now);
    }

    private void lease(StreamId stream, Instant now) {
        ingests.instanceOf(stream).ifPresent(instance -> {
            renewed.put(stream, now);
            client.put(instance, "/internal/ingest/demand/" + stream + "?seconds=" + Leases.LENGTH.toSeconds())
                    .subscribe()
                    .with(done -> {}, failure -> {
                        LOG.debugf("Ingest did not take the lease stream=%s cause=%s", stream, failure.getMessage());
                        thread.execute(() -> renewed.remove(stream));
                    });
        });
    }

    private boolean onDemand(StreamId stream) {
        return cameras.find(stream.camera())
                .filter(camera -> onDemand(camera, stream))
                .isPresent();
    }

    private static boolean onDemand(CameraSpec camera, StreamId stream) {
        var spec = camera.streams().get(stream.role());
        return spec != null && spec.onDemand();
    }
}
