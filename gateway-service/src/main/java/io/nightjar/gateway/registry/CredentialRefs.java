// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;

/** How the credentials of cameras and devices are called in the secrets file. */
final class CredentialRefs {
    private static final String PREFIX = "camera:";
    private static final String DEVICE_PREFIX = "device:";

    private CredentialRefs() {}

    static String of(CameraId camera) {
        return PREFIX + camera.value();
    }

    static String of(DeviceId device) {
        return DEVICE_PREFIX + device.value();
    }

    /** The camera with its own reference in full; a reference that somebody chose stays. */
    static CameraSpec owned(CameraSpec camera) {
        return camera.id().value().equals(camera.credentialRef()) ? camera.withCredentialRef(of(camera.id())) : camera;
    }

    /** The same for a reference as a file has it. */
    static String stored(String reference) {
        return reference.contains(":") || !CameraId.isValid(reference) ? reference : PREFIX + reference;
    }
}
