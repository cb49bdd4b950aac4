// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceSpec;
import org.jspecify.annotations.Nullable;

/** One row of the registry: a camera or a device. A tombstone deletes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CameraEntry(
        @Nullable CameraSpec camera, @Nullable DeviceSpec device) {

    private static final String DEVICE_PREFIX = "device:";

    public static CameraEntry of(CameraSpec camera) {
        return new CameraEntry(camera, null);
    }

    public static CameraEntry of(DeviceSpec device) {
        return new CameraEntry(null, device);
    }

    /** Cameras by id; devices apart from them, since a camera id has no colon. */
    public String key() {
        if (camera != null) {
            return camera.id().value();
        }
        if (device != null) {
            return DEVICE_PREFIX + device.id().value();
        }
        throw new IllegalStateException("A registry entry is a camera or a device");
    }
}
