// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.CameraSpec;
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

    Wish wish(boolean demanded) {
        var spec = spec();
        return new Wish(spec.enabled(), spec.onDemand(), demanded);
    }

    /** Whether a session of the other would reach the same source in the same way. */
    boolean dialsLike(SourceSpec other) {
        return dialled().equals(other.dialled());
    }

    private List<Object> dialled() {
        return Arrays.asList(
                camera.vendor(),
                Optional.ofNullable(camera.host()),
                Optional.ofNullable(camera.channel()),
                Optional.ofNullable(spec().url()),
                spec().transport(),
                camera.origin(),
                device.map(DeviceSpec::host));
    }

    private StreamSpec spec() {
        var spec = camera.streams().get(stream.role());
        return spec == null ? new StreamSpec(null, Transport.AUTO, false, true) : spec;
    }
}
