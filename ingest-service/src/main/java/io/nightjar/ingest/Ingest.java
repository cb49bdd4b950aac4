// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.source.IngestContext;
import io.nightjar.ingest.source.Sources;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.secrets.Secrets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins and ends the sources of this process, and follows the registry and the secrets in between. */
@ApplicationScoped
public class Ingest {

    private static final Logger LOG = Logger.getLogger(Ingest.class);

    private final IngestContext context;
    private final Sources sources;
    private final CameraDirectory directory;
    private final Secrets secrets;
    private final AtomicReference<String> revision = new AtomicReference<>("");
    private volatile @Nullable Future<?> secretsCheck;

    Ingest(
            IngestContext context,
            IngestConfig config,
            CameraDirectory directory,
            Secrets secrets,
            MeterRegistry metrics) {
        this.context = context;
        this.directory = directory;
        this.secrets = secrets;
        this.sources = new Sources(context, ours(config.cameras()));
        for (var state : StreamState.Name.values()) {
            gauge(metrics, state);
        }
        metrics.gauge("nightjar.ingest.restarts", sources, total(StreamHealth::restarts));
    }

    void start(@Observes StartupEvent event) {
        revision.set(secrets.revision());
        directory.listen(this::follow);
        follow();
        secretsCheck = context.timer().scheduleWithFixedDelay(this::checkSecrets, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        var checking = secretsCheck;
        if (checking != null) {
            checking.cancel(false);
        }
        sources.close();
        context.timer().shutdownNow();
    }

    public Sources sources() {
        return sources;
    }

    private void follow() {
        sources.apply(directory.all(), directory.devices());
    }

    private void checkSecrets() {
        try {
            var now = secrets.revision();
            if (!now.equals(revision.getAndSet(now))) {
                sources.checkCredentials();
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Credentials cannot be looked at cause=%s", failure.getMessage());
        }
    }

    private void gauge(MeterRegistry metrics, StreamState.Name state) {
        metrics.gauge(
                "nightjar.ingest.streams",
                List.of(Tag.of("state", state.wire())),
                sources,
                total(health -> health.state() == state ? 1 : 0));
    }

    private static ToDoubleFunction<Sources> total(ToDoubleFunction<StreamHealth> value) {
        return all -> all.health().stream().mapToDouble(value).sum();
    }

    private static Predicate<CameraId> ours(List<String> cameras) {
        return cameras.contains("*")
                ? id -> true
                : id -> cameras.stream().anyMatch(own -> own.equalsIgnoreCase(id.value()));
    }
}
