// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.preset;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.head.Head;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes pictures of presets: only what was seen while the head stood there, and nothing had moved it since. */
public final class Photographer {

    private static final Logger LOG = Logger.getLogger(Photographer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofMillis(400);
    private static final String WIDTH = "320";
    /** A picture is older than its arrival says: encoding and the way here take a while. */
    private static final Duration DELAY = Duration.ofMillis(700);

    private final CameraDirectory directory;
    private final InternalClient client;
    private final IngestAddresses addresses;
    private final PresetPictures pictures;

    public Photographer(
            CameraDirectory directory, InternalClient client, IngestAddresses addresses, PresetPictures pictures) {
        this.directory = directory;
        this.client = client;
        this.addresses = addresses;
        this.pictures = pictures;
    }

    /** Comes back at once; the picture is there some time later, or never where the camera sends none. */
    public void take(Head head, String token) {
        var stands = head.standsSince().orElse(null);
        if (stands == null) {
            LOG.debugf("No picture of a preset while the head moves camera=%s", head.camera());
            return;
        }
        var camera = head.camera();
        snapshot(camera, stands.plus(DELAY))
                .onFailure()
                .retry()
                .withBackOff(AGAIN, AGAIN)
                .expireIn(PATIENCE.toMillis())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(
                        picture -> keep(head, token, stands, picture),
                        failure ->
                                LOG.infof("No picture of a preset camera=%s cause=%s", camera, failure.getMessage()));
    }

    private void keep(Head head, String token, Instant stands, byte[] picture) {
        if (isStill(stands, head.standsSince().orElse(null))) {
            pictures.write(head.camera(), token, picture);
        }
    }

    /** Moments told through two clocks differ a little. */
    private static boolean isStill(Instant then, @Nullable Instant now) {
        return now != null && Duration.between(then, now).abs().toMillis() < 50;
    }

    private Uni<byte[]> snapshot(CameraId camera, Instant since) {
        return Uni.createFrom().deferred(() -> {
            var stream = stream(camera);
            var base = stream.flatMap(addresses::of).orElseThrow(() -> Problem.unavailable("No process serves it."));
            var path = stream.orElseThrow().toString();
            // A stream on demand has to be wanted, or it shows what was seen long ago.
            return client.put(base, "/internal/ingest/demand/" + path + "?seconds=20")
                    .chain(() -> client.fetch(base, "/internal/ingest/snapshot/" + path + ".jpg?width=" + WIDTH))
                    .map(answer -> fresh(answer, since));
        });
    }

    private static byte[] fresh(InternalClient.Answer answer, Instant since) {
        var captured = answer.headers().get("X-Captured-At");
        try {
            if (captured == null || !Instant.parse(captured).isAfter(since)) {
                throw Problem.unavailable("The newest picture was taken before the head stood.");
            }
        } catch (DateTimeParseException unreadable) {
            throw Problem.of(Problem.Kind.INTERNAL, "The picture does not say when it was taken.", unreadable);
        }
        return answer.body().getBytes();
    }

    private Optional<StreamId> stream(CameraId camera) {
        return directory.find(camera).flatMap(Photographer::role).map(role -> new StreamId(camera, role));
    }

    private static Optional<Role> role(CameraSpec camera) {
        return camera.servedBy(Role.SUB).or(() -> camera.servedBy(Role.MAIN));
    }
}
