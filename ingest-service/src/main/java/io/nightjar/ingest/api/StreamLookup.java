// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.api;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import io.nightjar.ingest.Ingest;
import io.nightjar.ingest.source.StreamRunner;
import io.nightjar.kit.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the stream a path names; unknown, hidden and foreign ones are not told apart. */
@ApplicationScoped
class StreamLookup {

    private final Ingest ingest;

    StreamLookup(Ingest ingest) {
        this.ingest = ingest;
    }

    StreamRunner find(String camera, String role) {
        var known = Role.parse(role);
        if (known.isEmpty() || !CameraId.isValid(camera)) {
            throw notHere();
        }
        return ingest.sources().find(CameraId.of(camera), known.get()).orElseThrow(StreamLookup::notHere);
    }

    /** A camera with at least one stream here. */
    CameraId camera(String id) {
        if (!CameraId.isValid(id)) {
            throw notHere();
        }
        var camera = CameraId.of(id);
        return ingest.sources()
                .find(camera, Role.MAIN)
                .map(runner -> runner.stream().camera())
                .orElseThrow(StreamLookup::notHere);
    }

    private static Problem notHere() {
        return Problem.notFound("This process runs no such stream.");
    }
}
