// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.CameraId;
import java.util.Optional;

/** Says whose heads this process moves. Asked for every order; answers from memory. */
public interface HeadOwner {

    /** Whether orders for this camera are this process's to give. */
    boolean owns(CameraId camera);

    /** Grows whenever cameras change hands. */
    long epoch();

    /** The base URL of this process's internal routes. */
    String instance();

    /** The base URL of the process that moves it, where it is known and not this one. */
    default Optional<String> ownerOf(CameraId camera) {
        return Optional.empty();
    }

    /** Called after cameras changed hands, on any thread. */
    default void listen(Runnable changed) {}
}
