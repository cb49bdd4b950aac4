// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.Resolver;
import io.nightjar.ingest.health.OutboxReporter;
import io.nightjar.ingest.machine.StreamMachine;
import io.nightjar.ingest.machine.Timing;
import io.nightjar.ingest.publish.PackagerAddress;
import io.nightjar.ingest.publish.RtspMediaPlane;
import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.ingest.session.LibavSessions;
import io.nightjar.ingest.source.IngestContext;
import io.nightjar.ingest.source.StreamMemory;
import io.nightjar.kit.Home;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.kit.secrets.SecretsFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the parts together; no logic of its own. */
@Singleton
final class IngestBeans {

    @Produces
    @Singleton
    Secrets secrets(Home home) {
        return new Secrets(SecretsFile.of(home), System.getenv());
    }

    @Produces
    @Singleton
    RtspMediaPlane mediaPlane(
            MediaPlaneConfig config, Neighbours neighbours, InternalClient client, ServiceToken token) {
        var address = new PackagerAddress(config.rtspUrl(), neighbours, client);
        return new RtspMediaPlane(address, ServiceToken.PUBLISHER, token.value());
    }

    @Produces
    @Singleton
    LibavSessions sessions(IngestConfig config) {
        var policy = AddressPolicy.allowing(config.allowedAddresses().orElse(List.of()));
        return new LibavSessions(new Resolver(policy, config.lookupTimeout()), config.connectTimeout());
    }

    @Produces
    @Singleton
    IngestContext context(
            IngestConfig config,
            LibavSessions sessions,
            RtspMediaPlane plane,
            Outbox outbox,
            ServiceInfo info,
            Home home,
            Secrets secrets,
            Clock clock) {
        return new IngestContext(
                new StreamMachine(Timing.usual(IngestBeans::jittered)),
                sessions,
                plane,
                new OutboxReporter(outbox, info),
                spec -> secrets.of(spec.camera(), spec.device()),
                new StreamMemory(home.state(info.name())),
                new SteadyClock(clock, System::nanoTime),
                clock,
                timer(),
                new Semaphore(config.parallelConnects()),
                config.demandGrace());
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
