// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.micrometer.core.instrument.MeterRegistry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Home;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.ptz.driver.Drivers;
import io.nightjar.ptz.head.CommandMetrics;
import io.nightjar.ptz.head.HeadContext;
import io.nightjar.ptz.head.HeadOwner;
import io.nightjar.ptz.head.Heads;
import io.nightjar.ptz.head.MovingMarks;
import io.nightjar.ptz.head.SteadyTime;
import io.nightjar.ptz.patrol.Patrols;
import io.nightjar.ptz.preset.IngestAddresses;
import io.nightjar.ptz.preset.Photographer;
import io.nightjar.ptz.preset.PresetPictures;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;

/** Puts the parts of heads together; no logic of its own. */
@Singleton
final class HeadBeans {

    /** One folder for all processes of this home: heads change hands, what is known of them stays. */
    private static final String SHARED = "ptz";

    @Produces
    @DefaultBean
    @Singleton
    HeadOwner owner(ServiceInfo info) {
        return new HeadOwnership(info);
    }

    @Produces
    @Singleton
    PtzTimer timer() {
        return new PtzTimer(Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("ptz-timer").daemon(true).factory()));
    }

    void close(@Disposes PtzTimer timer) {
        timer.executor().shutdownNow();
    }

    @Produces
    @Singleton
    SteadyTime time(Clock clock) {
        return new SteadyTime(clock, System::nanoTime);
    }

    @Produces
    @Singleton
    CommandMetrics metrics(MeterRegistry registry) {
        return new CommandMetrics(registry);
    }

    @Produces
    @Singleton
    Patrols patrols(Home home) {
        return new Patrols(home.state(SHARED));
    }

    @Produces
    @Singleton
    PresetPictures pictures(Home home) {
        return new PresetPictures(home.state(SHARED).resolve("presets"));
    }

    @Produces
    @Singleton
    IngestAddresses addresses() {
        return new IngestAddresses();
    }

    @Produces
    @Singleton
    Photographer photographer(
            CameraDirectory directory, InternalClient client, IngestAddresses addresses, PresetPictures pictures) {
        return new Photographer(directory, client, addresses, pictures);
    }

    @Produces
    @Singleton
    MovingMarks marks(Home home, ServiceInfo info) {
        return new MovingMarks(home.state(info.name()));
    }

    void close(@Disposes MovingMarks marks) {
        marks.close();
    }

    @Produces
    @Singleton
    Heads heads(
            CameraDirectory directory,
            Secrets secrets,
            Drivers drivers,
            HeadOwner owner,
            SteadyTime time,
            PtzTimer timer,
            MovingMarks marks,
            CommandMetrics metrics,
            Outbox outbox,
            Patrols patrols,
            Photographer photographer,
            PresetPictures pictures) {
        var context = new HeadContext(
                time,
                timer.executor(),
                owner,
                marks,
                metrics,
                status -> outbox.send(Topic.PTZ, status),
                (head, preset) -> {
                    if (!pictures.has(head.camera(), preset)) {
                        photographer.take(head, preset);
                    }
                });
        return new Heads(
                directory,
                secrets,
                drivers,
                context,
                head -> patrols.running(head.camera()).ifPresent(head.commands()::resumePatrol),
                camera -> {
                    outbox.delete(Topic.PTZ, camera.value());
                    patrols.forget(camera);
                    pictures.forget(camera);
                });
    }
}
