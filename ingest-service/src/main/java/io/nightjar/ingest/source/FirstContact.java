// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes one summary line per camera, when it is known how its first contact went. */
public final class FirstContact {

    private static final Logger LOG = Logger.getLogger(FirstContact.class);

    private final Set<CameraId> told = ConcurrentHashMap.newKeySet();

    /** Says how the camera is, unless that was said before or is not known yet. */
    void look(StreamId stream, StreamSpec spec, StreamHealth health) {
        var media = health.media();
        boolean running = health.state() == StreamState.Name.LIVE && media != null && media.fps() > 0;
        boolean failed = health.state() == StreamState.Name.BACKOFF || health.state() == StreamState.Name.REJECTED;
        if ((running || failed) && told.add(stream.camera())) {
            LOG.infof(
                    "First contact camera=%s role=%s %s",
                    stream.camera(),
                    stream.role().wire(),
                    running && media != null ? running(media) : skipped(spec, health.error()));
        }
    }

    /** The camera is another now, or no more. */
    void forget(CameraId camera) {
        told.remove(camera);
    }

    private static String running(StreamHealth.Media media) {
        var delivery = media.delivery();
        var protocol = delivery == null ? "" : delivery.protocol().wire() + "/";
        return "status=running source=%s%s %dx%d@%.0f %s"
                .formatted(protocol, media.transport(), media.width(), media.height(), media.fps(), media.codec());
    }

    private static String skipped(StreamSpec spec, @Nullable ErrorKind error) {
        if (error == null) {
            return "status=\"No valid stream\"";
        }
        var url = spec.url();
        boolean local = spec.protocol() == Protocol.V4L2 || (url != null && url.startsWith("v4l2:"));
        return "status=\"%s\" error=%s".formatted(local ? "No v4l2 device" : status(error), error.wire());
    }

    private static String status(ErrorKind error) {
        return switch (error) {
            case CONFIG, FORBIDDEN_ADDRESS -> "Invalid config";
            case REFUSED, NO_ROUTE, TIMEOUT, DNS -> "Unreachable";
            case AUTH, TLS, NOT_FOUND, CODEC, PROTOCOL, RESET, SHORT_READ, EOF, NO_FRAMES, UNSUPPORTED ->
                "No valid stream";
            case MEDIA_PLANE, INTERNAL -> "Start failed";
        };
    }
}
