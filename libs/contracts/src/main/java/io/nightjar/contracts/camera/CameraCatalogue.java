// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Questions to whoever keeps cameras. Hidden cameras are in no answer but {@link #all()} and {@link #find}. */
public interface CameraCatalogue {

    /** Every camera, hidden ones too. */
    List<CameraSpec> all();

    default Optional<CameraSpec> find(CameraId id) {
        return all().stream().filter(camera -> camera.id().equals(id)).findFirst();
    }

    /** Those that are not hidden. */
    default List<CameraSpec> listed() {
        return listed(camera -> true);
    }

    /** Those with a picture. */
    default List<CameraSpec> streaming() {
        return listed(camera -> !camera.sources().isEmpty());
    }

    /** Those that can be moved. */
    default List<CameraSpec> movable() {
        return listed(camera -> camera.can(Capability.PTZ));
    }

    default List<CameraSpec> ofVendor(Vendor vendor) {
        return listed(camera -> camera.vendor() == vendor);
    }

    private List<CameraSpec> listed(Predicate<CameraSpec> wanted) {
        return all().stream().filter(camera -> !camera.hidden()).filter(wanted).toList();
    }
}
