// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.ptz.head.HeadOwner;

/** Where one process moves all heads there are. */
record HeadOwnership(ServiceInfo info) implements HeadOwner {

    @Override
    public boolean owns(CameraId camera) {
        return true;
    }

    @Override
    public long epoch() {
        return 0;
    }

    @Override
    public String instance() {
        return info.answersInternalCalls() ? info.internalUrl() : "";
    }
}
