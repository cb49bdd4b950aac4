// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cameras and devices of one vendor, as bare as they can be. */
final class Specs {

    private Specs() {}

    static CameraSpec camera(String id, Vendor vendor) {
        return camera(id, vendor, null, null, null);
    }

    static CameraSpec camera(String id, Vendor vendor, @Nullable String channel) {
        return camera(id, vendor, null, channel, null);
    }

    /** @param url null where the vendor's rules make the address */
    static CameraSpec camera(
            String id, Vendor vendor, @Nullable String url, @Nullable String channel, @Nullable String credentialRef) {
        return new CameraSpec(
                CameraId.of(id),
                id,
                vendor,
                "10.0.0.9",
                null,
                channel,
                Map.of(Role.MAIN, new StreamSpec(url, Transport.AUTO, false, true)),
                Set.of(Capability.STREAMING),
                PtzSettings.NONE,
                false,
                credentialRef,
                Origin.FILE,
                Map.of());
    }

    static DeviceSpec device(String id, Vendor vendor) {
        return device(id, vendor, null);
    }

    static DeviceSpec device(String id, Vendor vendor, @Nullable String credentialRef) {
        return new DeviceSpec(new DeviceId(id), vendor, "10.0.0.1", credentialRef, null);
    }
}
