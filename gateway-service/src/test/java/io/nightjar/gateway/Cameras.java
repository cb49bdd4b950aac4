// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;

/** Cameras for tests, read as they would be. */
public final class Cameras {
    private Cameras() {}

    public static CameraSpec of(String id, Origin origin, boolean hidden) {
        var file = "version: 1\ncameras:\n  - {id: " + id + ", hidden: " + hidden
                + ", streams: {main: {url: 'rtsp://10.0.0.9/main'}, sub: {url: 'rtsp://10.0.0.9/sub'}}}\n";
        return CamerasFile.parse(file, origin).cameras().getFirst();
    }
}
