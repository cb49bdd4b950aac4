// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.machine.Wish;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One source of one camera, as the registry wants it. */
public record SourceSpec(StreamId stream, CameraSpec camera, Optional<DeviceSpec> device) {

    private static final StreamSpec USUAL = new StreamSpec(null, Transport.AUTO, false, true);

    Wish wish(boolean demanded) {
        var spec = spec();
        return new Wish(spec.enabled(), spec.onDemand(), demanded);
    }

    StreamWish wish(Optional<Credentials> credentials) {
        return new StreamWish(camera, stream.role(), device, credentials);
    }

    /** Whether a session of the other would reach the same source in the same way, and make the same of it. */
    boolean dialsLike(SourceSpec other) {
        return dialled().equals(other.dialled());
    }

    private List<Object> dialled() {
        var spec = spec();
        return Arrays.asList(
                camera.vendor(),
                Optional.ofNullable(camera.host()),
                Optional.ofNullable(camera.channel()),
                camera.ports(),
                camera.origin(),
                device,
                new StreamSpec(
                        spec.url(),
                        spec.alternatives(),
                        spec.protocol(),
                        spec.transport(),
                        false,
                        true,
                        spec.video(),
                        spec.audio(),
                        spec.input()));
    }

    StreamSpec spec() {
        return Optional.ofNullable(camera.streams().get(stream.role())).orElse(USUAL);
    }
}
