// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Optional;

/**
 * All that is needed to open one stream. Its text form shows no credentials.
 *
 * @param remembered what worked last time; empty to find out afresh
 */
public record SessionPlan(
        CameraSpec camera,
        Role role,
        Optional<DeviceSpec> device,
        Optional<Credentials> credentials,
        Optional<Remembered> remembered) {

    /** The transports to try, what worked last time first. */
    List<Transport> transports() {
        var spec = Optional.ofNullable(camera.streams().get(role)).map(StreamSpec::transport);
        var wanted = spec.orElse(Transport.AUTO);
        if (wanted != Transport.AUTO) {
            return List.of(wanted);
        }
        if (camera.vendor() == Vendor.EUFY) {
            return List.of(Transport.TCP);
        }
        return remembered.map(Remembered::transport).orElse(Transport.TCP) == Transport.UDP
                ? List.of(Transport.UDP, Transport.TCP)
                : List.of(Transport.TCP, Transport.UDP);
    }
}
