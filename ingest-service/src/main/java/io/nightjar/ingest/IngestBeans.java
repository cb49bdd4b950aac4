// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.nightjar.cameras.discovery.Discovery;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.ingest.console.SharedConsoles;
import io.nightjar.ingest.health.OutboxReporter;
import io.nightjar.ingest.machine.StreamMachine;
import io.nightjar.ingest.machine.Timing;
import io.nightjar.ingest.publish.PackagerAddress;
import io.nightjar.ingest.publish.RtspMediaPlane;
import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.ingest.source.FirstContact;
import io.nightjar.ingest.source.IngestContext;
import io.nightjar.ingest.source.OpeningSlots;
import io.nightjar.ingest.source.SourceSecrets;
import io.nightjar.ingest.source.SourceSpec;
import io.nightjar.ingest.source.StreamMemory;
import io.nightjar.ingest.trial.Search;
import io.nightjar.ingest.trial.Trials;
import io.nightjar.kit.Home;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.secrets.Secrets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the parts together; no logic of its own. */
@Singleton
final class IngestBeans {

    @Produces
    @Singleton
    RtspMediaPlane mediaPlane(
            MediaPlaneConfig config, Neighbours neighbours, InternalClient client, ServiceToken token) {
        var address = new PackagerAddress(config.rtspUrl(), neighbours, client);
        return new RtspMediaPlane(address, ServiceToken.PUBLISHER, token.value());
    }

    @Produces
    @Singleton
    CameraAccess access(IngestConfig config, Neighbours neighbours, InternalClient client, Clock clock) {
        return new CameraAccess(
                config.allowedAddresses().orElse(List.of()),
                config.lookupTimeout(),
                config.connectTimeout(),
                new SharedConsoles(neighbours::ptz, client),
                config.neolinkHost(),
                clock);
    }

    @Produces
    @Singleton
    Trials trials(CameraAccess access) {
        return access.trials();
    }

    @Produces
    @Singleton
    Search search() {
        return new Search(new Discovery());
    }

    @Produces
    @Singleton
    IngestContext context(
            IngestConfig config,
            CameraAccess access,
            RtspMediaPlane plane,
            Outbox outbox,
            ServiceInfo info,
            Home home,
            Secrets secrets,
            Clock clock) {
        return new IngestContext(
                new StreamMachine(Timing.usual(IngestBeans::jittered)),
                access.sessions(),
                plane,
                new OutboxReporter(outbox, info),
                new KeptSecrets(secrets),
                new StreamMemory(home.state(info.name())),
                new SteadyClock(clock, System::nanoTime),
                clock,
                timer(),
                new OpeningSlots(config.parallelConnects(), config.parallelConnectsPerHost()),
                new FirstContact(),
                config.demandGrace());
    }

    private record KeptSecrets(Secrets secrets) implements SourceSecrets {

        @Override
        public Optional<Credentials> of(SourceSpec spec) {
            return secrets.of(spec.camera(), spec.device());
        }

        @Override
        public Optional<String> missing(SourceSpec spec) {
            return secrets.missing(spec.camera(), spec.device());
        }
    }

    private static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ingest timer").factory());
    }

    private static Duration jittered(Duration wait) {
        return Duration.ofMillis(
                Math.round(wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }
}
