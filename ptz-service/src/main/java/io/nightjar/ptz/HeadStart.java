// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.nightjar.contracts.event.Detection;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.ptz.head.HeadOwner;
import io.nightjar.ptz.head.Heads;
import io.nightjar.ptz.preset.IngestAddresses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Begins to move heads when the process has started, and lets none of them move on when it ends. */
@Singleton
class HeadStart {

    private static final Logger LOG = Logger.getLogger(HeadStart.class);

    private final Heads heads;
    private final HeadOwner owner;
    private final CameraDirectory directory;
    private final Secrets secrets;
    private final Events events;
    private final IngestAddresses addresses;
    private final PtzTimer timer;
    private final AtomicReference<String> revision = new AtomicReference<>("");

    HeadStart(
            Heads heads,
            HeadOwner owner,
            CameraDirectory directory,
            Secrets secrets,
            Events events,
            IngestAddresses addresses,
            PtzTimer timer) {
        this.heads = heads;
        this.owner = owner;
        this.directory = directory;
        this.secrets = secrets;
        this.events = events;
        this.addresses = addresses;
        this.timer = timer;
    }

    void start(@Observes StartupEvent event) {
        revision.set(secrets.revision());
        directory.listen(heads::follow);
        owner.listen(heads::handOver);
        events.follow(Topic.HEALTH, From.START, addresses);
        events.follow(Topic.DETECTIONS, From.END, (key, detection) -> seen(detection));
        heads.follow();
        var unused = timer.executor().scheduleWithFixedDelay(this::checkSecrets, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        heads.close();
    }

    private void seen(Detection detection) {
        // Persons and vehicles are not made by a head that turns; changes of the picture are.
        boolean own = detection.kind().equals("motion");
        heads.find(detection.camera()).ifPresent(head -> head.commands().motionSeen(own));
    }

    /** On a thread of its own: secrets are files, and a disk may be slow. */
    private void checkSecrets() {
        Thread.ofVirtual().name("ptz secrets").start(() -> {
            try {
                var now = secrets.revision();
                if (!now.equals(revision.getAndSet(now))) {
                    heads.follow();
                }
            } catch (RuntimeException failure) {
                LOG.warnf("Credentials cannot be looked at cause=%s", failure.getMessage());
            }
        });
    }
}
