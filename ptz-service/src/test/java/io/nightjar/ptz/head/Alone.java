// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.CameraId;

/** The only process there is. */
class Alone implements HeadOwner {

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
        return "http://127.0.0.1:1";
    }
}
