// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.micrometer.core.instrument.MeterRegistry;
import io.nightjar.kit.secrets.Secrets;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Puts the parts together for a service; no logic of its own. */
@Singleton
final class KitBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Home home(KitConfig config) {
        return Home.open(config.home().map(Path::of).orElseGet(Home::defaultRoot));
    }

    @Produces
    @Singleton
    ServiceToken serviceToken(Home home) {
        return ServiceToken.of(home);
    }

    @Produces
    @DefaultBean
    @Singleton
    Secrets secrets(Home home, KitConfig config) {
        return Secrets.of(home, System.getenv(), config.secrets().dir().map(Path::of));
    }

    @Produces
    @Singleton
    StreamPassword streamPassword(Home home) {
        return StreamPassword.of(home);
    }

    @Produces
    @Singleton
    MediaTokens mediaTokens(Home home, Clock clock) {
        return new MediaTokens(home, clock);
    }

    @Produces
    @Singleton
    ServiceInfo serviceInfo(KitConfig config) {
        return new ServiceInfo(config.service());
    }

    @Produces
    @Singleton
    Neighbours neighbours(KitConfig config, ServiceInfo self) {
        return new Neighbours(config, self);
    }

    /** The environment goes before our own key, so that one variable moves every process to another broker. */
    @Produces
    @Singleton
    BrokerLink brokerLink(
            KitConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> environment) {
        return new BrokerLink(environment.orElse(config.kafka().bootstrap()));
    }

    @Produces
    @Singleton
    Outbox outbox(BrokerLink link, ServiceInfo info, Clock clock, MeterRegistry metrics) {
        return new Outbox(link, info.name(), clock, metrics);
    }

    void close(@Disposes Outbox outbox) {
        outbox.close();
    }

    @Produces
    @Singleton
    Events events(BrokerLink link, MeterRegistry metrics) {
        return new Events(link, metrics);
    }

    void close(@Disposes Events events) {
        events.close();
    }

    @Produces
    @Singleton
    CameraDirectory cameraDirectory(Events events, Home home, ServiceInfo info) {
        var directory = new CameraDirectory(events, home.state(info.name()));
        directory.start();
        return directory;
    }

    void close(@Disposes CameraDirectory directory) {
        directory.close();
    }

    @Produces
    @Singleton
    InternalClient internalClient(Vertx vertx, ServiceToken token) {
        return new InternalClient(vertx, token);
    }

    void close(@Disposes InternalClient client) {
        client.close();
    }

    @Produces
    @Readiness
    @Singleton
    HealthCheck kafkaCheck(BrokerLink link, Outbox outbox) {
        return new KafkaCheck(link, outbox);
    }
}
